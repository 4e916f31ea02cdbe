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
    status: t
      .enum('connected', 'disconnected', 'reconnecting')
      .about(
        '`RECONNECTING` when the connection is lost; after a while it becomes `DISCONNECTED`. Write `DISCONNECTED` to remove someone.',
      ),
    identity: t.string.pii.about('Who it is, as the access token of your application says. Unique within a room.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    startTime: t.dateTime.about('When the participant joined.'),
    endTime: t.dateTime.about('When the participant left; null while connected.'),
    duration: t.int.about('Seconds between joining and leaving; null while connected.'),
    url: t.omit,
    links: t.omit,
  },
  relations: {
    insights: t.row(
      'InsightsRoomParticipant',
      ['roomSid', 'sid'],
      'What Video Insights knows of the participant; null until the room has been processed.',
    ),
    recordings: t.many(
      'VideoRecording',
      { groupingSid: { from: ['sid'], derive: (sid) => [sid] } },
      'Recordings of the tracks of the participant.',
    ),
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
