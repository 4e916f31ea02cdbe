/** Participants of a room. */
import { entity, t } from '../../../../model/index.ts';
import { VideoRoom } from '../room.ts';

export const VideoParticipant = entity('VideoParticipant', {
  in: VideoRoom,
  at: 'participants',
  sid: 'PA',
  about: 'Someone in a room.',
  fields: {
    sid: t.sid,
    roomSid: t.ref('VideoRoom'),
    accountSid: t.ref('Account'),
    status: t.enum('connected', 'disconnected', 'reconnecting'),
    identity: t.string.pii,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    startTime: t.dateTime,
    endTime: t.dateTime,
    duration: t.int,
    url: t.omit,
    links: t.omit,
  },
  batch: 'whole',
  filters: {
    status: t.equal.defaultsTo('connected'),
    identity: t.equal,
    dateCreated: t.range.by('dateCreatedAfter', 'dateCreatedBefore'),
  },
  update: { status: t.enum('connected', 'disconnected', 'reconnecting') },
  fetch: true,
  terminal: { status: ['disconnected'] },
});
