/** Participants of a room. */
import { entity, t } from '../../../../model/index.ts';
import { InsightsRoom } from '../room.ts';

export const InsightsRoomParticipant = entity('InsightsRoomParticipant', {
  in: InsightsRoom,
  at: 'participants',
  key: 'participantSid',
  plural: 'roomParticipants',
  inside: ['participant', 'participants'],
  about: 'A participant of a Video room: times, codecs, region, and why they left.',
  fields: {
    participantSid: t.sid,
    participantIdentity: t.string.pii.about("Identity from the participant's access token."),
    joinTime: t.dateTime,
    leaveTime: t.dateTime.about('When the participant left; null while connected.'),
    durationSec: t.long.about('Seconds in the room.'),
    accountSid: t.ref('Account'),
    roomSid: t.ref('InsightsRoom'),
    status: t.enum('in_progress', 'connected', 'completed', 'disconnected'),
    codecs: t.enum('VP8', 'H264', 'VP9', 'opus').list.about('Codecs that the participant used.'),
    endReason: t.string.about('Why the participant left, such as `disconnected_via_api`; null while connected.'),
    errorCode: t.int.about("Twilio's code of the error that ended the connection; null if there was none."),
    errorCodeUrl: t.string.about('URL of a page that explains the error.'),
    mediaRegion: t
      .enum('us1', 'us2', 'au1', 'br1', 'ie1', 'jp1', 'sg1', 'in1', 'de1', 'gll')
      .about('Twilio region through which media went.'),
    properties: t.json.about("Details of the participant's tracks and network."),
    edgeLocation: t
      .enum('ashburn', 'dublin', 'frankfurt', 'singapore', 'sydney', 'sao_paulo', 'roaming', 'umatilla', 'tokyo')
      .about("Edge of Twilio's network that was used for signaling."),
    publisherInfo: t.json.about('SDK, its version, and the device or browser.'),
    url: t.omit,
  },
  relations: {
    participant: t.row(
      'VideoParticipant',
      ['roomSid', 'participantSid'],
      'The participant of the room; null once Twilio has deleted it.',
    ),
  },
  filters: {},
  fetch: true,
});
