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
    rules: t
      .object('Rules', {
        type: t.string.about('`include` or `exclude`: what happens with the tracks that fit.'),
        all: t.boolean.about('True: the rule fits every track.'),
        publisher: t.string.about('Identity or SID (PA…) of the participant whose tracks fit.'),
        track: t.string.about('Name or SID (MT…) of the track that fits.'),
        kind: t.string.about('`audio`, `video` or `data`: the kind of tracks that fit.'),
        priority: t.string.about(
          '`low`, `standard` or `high`: which tracks keep their quality when the network is slow.',
        ),
      })
      .pii.list.about('Rules in order. A track is received if the last rule that fits it says `include`.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  update: { rules: t.json.pii },
  fetch: true,
  paid: ['update'],
});
