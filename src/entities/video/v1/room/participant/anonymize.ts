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
    identity: t.string.pii,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    startTime: t.dateTime,
    endTime: t.dateTime,
    duration: t.int,
    url: t.omit,
  },
  update: {},
});
