/** Subscribe rules of a participant. */
import { entity, t } from '../../../../../model/index.ts';
import { VideoParticipant } from '../participant.ts';

export const VideoSubscribeRules = entity('VideoSubscribeRules', {
  in: VideoParticipant,
  at: 'subscribeRules',
  about: 'Which tracks a participant receives.',
  fields: {
    participantSid: t.ref('VideoParticipant'),
    roomSid: t.ref('VideoRoom'),
    rules: t.object('Rules', {
      type: t.string,
      all: t.boolean,
      publisher: t.string,
      track: t.string,
      kind: t.string,
      priority: t.string,
    }).pii.list,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  update: { rules: t.json.pii },
  fetch: true,
  paid: ['update'],
});
