/** Rooms. */
import { entity, t } from '../../../model/index.ts';
import { insights } from './product.ts';

export const InsightsRoom = entity('InsightsRoom', {
  in: insights,
  at: 'rooms',
  key: 'roomSid',
  about: 'How a Video room went: duration, participants, codecs.',
  fields: {
    accountSid: t.ref('Account'),
    roomSid: t.ref('VideoRoom'),
    roomName: t.string,
    createTime: t.dateTime.about('When the room was created.'),
    endTime: t.dateTime.about('When the room was completed; null before that.'),
    roomType: t.enum('go', 'peer_to_peer', 'group', 'group_small'),
    roomStatus: t.enum('in_progress', 'completed'),
    statusCallback: t.url,
    statusCallbackMethod: t.httpMethod,
    createdMethod: t
      .enum('sdk', 'ad_hoc', 'api')
      .about("What created it: the API, an SDK's connection, or a connection to an unknown name (AD_HOC)."),
    endReason: t.enum('room_ended_via_api', 'timeout').about('What ended it; null while it goes on.'),
    maxParticipants: t.int.about('Most participants that its settings allow at once.'),
    uniqueParticipants: t.int.about('Number of connections; one identity that came back counts again.'),
    uniqueParticipantIdentities: t.int.about('Number of different identities.'),
    concurrentParticipants: t.int.about('Participants who are in the room now.'),
    maxConcurrentParticipants: t.int.about('Most participants who were in the room at once.'),
    codecs: t.enum('VP8', 'H264', 'VP9', 'opus').list.about('Codecs that participants used.'),
    mediaRegion: t
      .enum('us1', 'us2', 'au1', 'br1', 'ie1', 'jp1', 'sg1', 'in1', 'de1', 'gll')
      .about('Twilio region through which media went.'),
    durationSec: t.long.about('Seconds from creation to end.'),
    totalParticipantDurationSec: t.long.about('Seconds of all participants together.'),
    totalRecordingDurationSec: t.long.about('Seconds of all recordings together.'),
    processingState: t
      .enum('complete', 'in_progress', 'timeout', 'not_started')
      .about('COMPLETE once the summary no longer changes.'),
    recordingEnabled: t.boolean.about('Whether it was recorded.'),
    edgeLocation: t
      .enum('ashburn', 'dublin', 'frankfurt', 'singapore', 'sydney', 'sao_paulo', 'roaming', 'umatilla', 'tokyo')
      .about("Edge of Twilio's network that was used for signaling."),
    url: t.omit,
    links: t.omit,
  },
  filters: {
    roomType: t.equal.list,
    codec: t.enum('VP8', 'H264', 'VP9', 'opus').list,
    roomName: t.equal,
    createTime: t.range.by('createdAfter', 'createdBefore'),
  },
  fetch: true,
  terminal: { processingState: ['complete', 'timeout'] },
});
