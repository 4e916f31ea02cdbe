/** Subscribed tracks of a participant. */
import { entity, t } from '../../../../../model/index.ts';
import { VideoParticipant } from '../participant.ts';

export const VideoSubscribedTrack = entity('VideoSubscribedTrack', {
  in: VideoParticipant,
  at: 'subscribedTracks',
  sid: 'MT',
  about: 'Audio, video or data that a participant receives.',
  fields: {
    sid: t.sid,
    participantSid: t.ref('VideoParticipant'),
    publisherSid: t.ref('VideoParticipant').about('SID (PA…) of the participant who sends the track.'),
    roomSid: t.ref('VideoRoom'),
    name: t.string.pii.about('Name that the publisher gave the track; its SID if none was given.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    enabled: t.boolean.about('False while the publisher has paused or muted the track.'),
    kind: t.enum('audio', 'video', 'data').about('What the track carries.'),
    url: t.omit,
  },
  relations: {
    publishedTrack: t.row(
      'VideoPublishedTrack',
      ['publisherSid', 'sid'],
      'The track as its publisher sends it; null once the room has ended.',
    ),
  },
  filters: {},
  fetch: true,
});
