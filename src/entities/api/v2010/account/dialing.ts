/** How a leg that Twilio dials is rung, screened and recorded: the same for a call and for a conference participant. */
import { t } from '../../../../model/index.ts';

export const dialing = {
  timeout: t.int.about('Seconds to let it ring before giving up: 60 by default, at most 600.'),
  timeLimit: t.int.about('Seconds after which Twilio hangs up, however well the conversation goes.'),
  callerId: t.phone.about('The number, SIP address or client shown to the called party instead of `from`.'),
  callReason: t.string.pii.about("Why you call, shown on the callee's screen where branded calling is set up."),
  callToken: t.secret.about('Token of an incoming call, which lets the call it is forwarded to carry its caller ID.'),
  passports: t.string.pii.about(
    'STIR/SHAKEN passports that vouch for the caller: up to five in base64, between commas.',
  ),
  byoc: t.sid.about('SID of the bring-your-own-carrier trunk (BY…) to dial through; only for phone numbers.'),
  sipAuthUsername: t.string.pii.about('User name for a SIP address that asks who calls.'),
  sipAuthPassword: t.secret.about('Password for `sipAuthUsername`.'),
  clientNotificationUrl: t.url.about('Where to deliver the push notification that wakes a mobile client.'),

  machineDetection: t
    .enum('Enable', 'DetectMessageEnd')
    .about('Finds out who answers: as soon as it is clear, or only when a machine is ready to record.'),
  machineDetectionTimeout: t.int.about('Seconds to listen before the answer counts as unknown; 30 by default.'),
  machineDetectionSpeechThreshold: t.int.about(
    'Milliseconds of speech above which it must be a machine: 1000 to 6000, 2400 by default.',
  ),
  machineDetectionSpeechEndThreshold: t.int.about(
    'Milliseconds of silence that end a stretch of speech: 500 to 5000, 1200 by default.',
  ),
  machineDetectionSilenceTimeout: t.int.about(
    'Milliseconds of silence at the start that leave the answer unknown: 2000 to 10000, 5000 by default.',
  ),

  record: t.boolean.about('Whether to record from the moment of answer; false by default.'),
  recordingChannels: t
    .enum('mono', 'dual')
    .about('Both sides mixed into one channel, or a channel for each; mono by default.'),
  recordingTrack: t
    .enum('inbound', 'outbound', 'both')
    .about('What to record: what Twilio hears, what Twilio plays, or both, as by default.'),
  recordingConfigurationId: t.string.about(
    'Identifier of a stored configuration for making and processing recordings.',
  ),
  recordingStatusCallback: t.url.about('Where Twilio reports the state of the recording.'),
  recordingStatusCallbackMethod: t.httpMethod.about('How `recordingStatusCallback` is requested; POST by default.'),
  trim: t
    .enum('trim-silence', 'do-not-trim')
    .about('Whether silence at both ends of the recording is cut off; it is by default.'),

  statusCallback: t.url,
  statusCallbackMethod: t.httpMethod,
  statusCallbackEvent: t
    .enum('initiated', 'ringing', 'answered', 'completed')
    .list.about('What is reported to `statusCallback`; only completed by default.'),
};
