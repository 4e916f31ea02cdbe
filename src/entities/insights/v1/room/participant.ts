/** Participants of a room. */
import { entity, t } from '../../../../model/index.ts';
import { InsightsRoom } from '../room.ts';

export const InsightsRoomParticipant = entity('InsightsRoomParticipant', {
  in: InsightsRoom,
  at: 'participants',
  key: 'participantSid',
  plural: 'roomParticipants',
  inside: ['participant', 'participants'],
  about: "How one participant's part of a Video room went.",
  fields: {
    participantSid: t.sid,
    participantIdentity: t.string.pii,
    joinTime: t.dateTime,
    leaveTime: t.dateTime,
    durationSec: t.long,
    accountSid: t.ref('Account'),
    roomSid: t.ref('InsightsRoom'),
    status: t.enum('in_progress', 'connected', 'completed', 'disconnected'),
    codecs: t.enum('VP8', 'H264', 'VP9', 'opus').list,
    endReason: t.string,
    errorCode: t.int,
    errorCodeUrl: t.string,
    mediaRegion: t.enum('us1', 'us2', 'au1', 'br1', 'ie1', 'jp1', 'sg1', 'in1', 'de1', 'gll'),
    properties: t.json,
    edgeLocation: t.enum(
      'ashburn',
      'dublin',
      'frankfurt',
      'singapore',
      'sydney',
      'sao_paulo',
      'roaming',
      'umatilla',
      'tokyo',
    ),
    publisherInfo: t.json,
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
