/** Published tracks of a participant. */
import { entity, t } from '../../../../../model/index.ts';
import { VideoParticipant } from '../participant.ts';

export const VideoPublishedTrack = entity('VideoPublishedTrack', {
  in: VideoParticipant,
  at: 'publishedTracks',
  sid: 'MT',
  about: 'Audio, video or data that a participant sends.',
  fields: {
    sid: t.sid,
    participantSid: t.ref('VideoParticipant'),
    roomSid: t.ref('VideoRoom'),
    name: t.string.pii.about('Name that the participant gave the track; its SID if none was given.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    enabled: t.boolean.about('False while the participant has paused or muted the track.'),
    kind: t.enum('audio', 'video', 'data').about('What the track carries.'),
    url: t.omit,
  },
  relations: {
    recordings: t.many('VideoRecording', { sourceSid: 'sid' }, 'Recordings of the track.'),
  },
  filters: {},
  fetch: true,
});
