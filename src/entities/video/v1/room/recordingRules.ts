/** Recording rules of a room. */
import { entity, t } from '../../../../model/index.ts';
import { VideoRoom } from '../room.ts';

export const VideoRecordingRules = entity('VideoRecordingRules', {
  in: VideoRoom,
  at: 'recordingRules',
  about: 'Which tracks of a room are recorded.',
  fields: {
    roomSid: t.ref('VideoRoom'),
    rules: t
      .object('Rules', {
        type: t.string.about('`include` or `exclude`: what happens with the tracks that fit.'),
        all: t.boolean.about('True: the rule fits every track.'),
        publisher: t.string.about('Identity or SID (PA…) of the participant whose tracks fit.'),
        track: t.string.about('Name or SID (MT…) of the track that fits.'),
        kind: t.string.about('`audio`, `video` or `data`: the kind of tracks that fit.'),
      })
      .pii.list.about('Rules in order. A track is recorded if the last rule that fits it says `include`.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  update: { rules: t.json.pii },
  fetch: true,
  paid: ['update'],
});
