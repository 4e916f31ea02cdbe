/** Recording rules of a room. */
import { entity, t } from '../../../../model/index.ts';
import { VideoRoom } from '../room.ts';

export const VideoRecordingRules = entity('VideoRecordingRules', {
  in: VideoRoom,
  at: 'recordingRules',
  about: 'Which tracks of a room are recorded.',
  fields: {
    roomSid: t.ref('VideoRoom'),
    rules: t.object('Rules', { type: t.string, all: t.boolean, publisher: t.string, track: t.string, kind: t.string })
      .pii.list,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  update: { rules: t.json.pii },
  fetch: true,
  paid: ['update'],
});
