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
    publisherSid: t.ref('VideoParticipant'),
    roomSid: t.ref('VideoRoom'),
    name: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    enabled: t.boolean,
    kind: t.enum('audio', 'video', 'data'),
    url: t.omit,
  },
  filters: {},
  fetch: true,
});
