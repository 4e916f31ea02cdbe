/** Anonymization of a participant. */
import { entity, t } from '../../../../../model/index.ts';
import { VideoParticipant } from '../participant.ts';

export const VideoParticipantAnonymization = entity('VideoParticipantAnonymization', {
  in: VideoParticipant,
  at: 'anonymize',
  one: 'anonymization',
  inside: ['anonymization', 'anonymizations'],
  about: "Removes a participant's identity permanently once the room has ended.",
  fields: {
    sid: t.sid,
    roomSid: t.ref('VideoRoom'),
    accountSid: t.ref('Account'),
    status: t.enum('connected', 'disconnected'),
    identity: t.string.pii.about("The text that has replaced the person's identity."),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    startTime: t.dateTime.about('When the participant joined.'),
    endTime: t.dateTime.about('When the participant left.'),
    duration: t.int.about('Seconds between joining and leaving.'),
    url: t.omit,
  },
  update: {},
});
