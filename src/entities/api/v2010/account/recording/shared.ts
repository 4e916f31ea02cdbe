/** The fields of a recording, however it is found, and the inputs that pause and stop one. */
import { t } from '../../../../../model/index.ts';

const encryptionDetails = t.sharedObject('RecordingEncryptionDetails', 'What is needed to decrypt a recording.', {
  encryptionPublicKeySid: t.sid.about('SID (CR…) of the public key with which the content key is encrypted.'),
  encryptionCek: t.string.about('The encrypted content encryption key (CEK), base64-encoded.'),
  encryptionIv: t.string.about('The initialization vector, base64-encoded.'),
});

export const recording = {
  sid: t.sid,
  accountSid: t.ref('Account').always,
  callSid: t.ref('Call').about('The recorded call. For two connected legs, the parent call.'),
  conferenceSid: t.ref('Conference').about('The recorded conference; null for the recording of a call.'),
  source: t
    .enum(
      'DialVerb',
      'Conference',
      'OutboundAPI',
      'Trunking',
      'RecordVerb',
      'StartCallRecordingAPI',
      'StartConferenceRecordingAPI',
    )
    .about('What started the recording: a TwiML verb, a conference, a trunk or the API.'),
  startTime: t.dateTime.about('When the recording started.'),
  duration: t.int.about('Length in seconds; null or -1 until the recording is completed.'),
  channels: t.int.about('Number of channels: 1, or 2 with one channel for each side.'),
  encryptionDetails: encryptionDetails.about(
    'Encrypted key and initialization vector; null if the recording is not encrypted.',
  ),
  errorCode: t.int.about('Twilio error code if the recording is `absent`; otherwise null.'),
  price: t.decimal.about('One-time cost of the recording in `priceUnit`; null until Twilio has priced it.'),
  priceUnit: t.string,
  apiVersion: t.string,
  dateCreated: t.dateTime.always,
  dateUpdated: t.dateTime,
  uri: t.omit,
  status: t
    .enum('in-progress', 'paused', 'stopped', 'processing', 'completed', 'absent', 'deleted')
    .always.about('State of the recording. Audio is available once it is `completed`.'),
  track: t.string.about(
    'Recorded audio: `inbound` (received by Twilio), `outbound` (sent by Twilio) or `both`. Twilio returns it only ' +
      'through the call; otherwise null.',
  ),
  // Twilio's URL requires credentials; schema/extra/media.ts provides one of this server.
  mediaUrl: t.omit,
  subresourceUris: t.omit,
};

type LiveStatus = ReturnType<
  typeof t.enum<'in-progress' | 'paused' | 'stopped' | 'processing' | 'completed' | 'absent'>
>;
/** The same fields in the lists of a call and of a conference, for which Twilio documents no deleted recordings. */
export const liveRecording = { ...recording, status: recording.status as unknown as LiveStatus };

export const current = [/^Twilio\.CURRENT$/, 'Twilio.CURRENT, for the recording in progress'] as const;

export const steering = {
  status: t
    .enum('in-progress', 'paused', 'stopped', 'processing', 'completed', 'absent')
    .required.about(
      '`paused` pauses the recording, `in-progress` resumes it, `stopped` ends it. Twilio refuses other values.',
    ),
  pauseBehavior: t
    .enum('skip', 'silence')
    .about('Whether the time of a pause is skipped or recorded as silence. Default: `silence`.'),
};
