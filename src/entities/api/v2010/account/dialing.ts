/** Inputs shared by outbound calls and conference participants. */
import { t } from '../../../../model/index.ts';

export const dialing = {
  timeout: t.int.about('Seconds to let the phone ring, at most 600. Default: 60.'),
  timeLimit: t.int.about('Maximum length of the call in seconds. Twilio then ends it.'),
  callerId: t.phone.about('The number, SIP address or client shown to the called party instead of `from`.'),
  callReason: t.string.pii.about('Reason for the call, displayed to the called party if branded calling is set up.'),
  callToken: t.secret.about('Token of an inbound call, which allows a forwarded call to keep its caller ID.'),
  passports: t.string.pii.about(
    'STIR/SHAKEN PASSporTs of the call: up to five, base64-encoded and separated by commas.',
  ),
  byoc: t.sid.about('SID of the bring-your-own-carrier trunk (BY…) to use; for phone numbers only.'),
  sipAuthUsername: t.string.pii.about('User name for SIP authentication.'),
  sipAuthPassword: t.secret.about('Password for `sipAuthUsername`.'),
  clientNotificationUrl: t.url.about('URL of a service that sends the push notification to a mobile client.'),

  machineDetection: t
    .enum('Enable', 'DetectMessageEnd')
    .about('Detects whether a human or machine answers. `DetectMessageEnd` waits for the end of the greeting.'),
  machineDetectionTimeout: t.int.about('Seconds after which detection ends with the result `unknown`. Default: 30.'),
  machineDetectionSpeechThreshold: t.int.about(
    'Milliseconds of speech above which a machine is assumed, from 1000 to 6000. Default: 2400.',
  ),
  machineDetectionSpeechEndThreshold: t.int.about(
    'Milliseconds of silence after which speech is considered to have ended, from 500 to 5000. Default: 1200.',
  ),
  machineDetectionSilenceTimeout: t.int.about(
    'Milliseconds of initial silence after which the result is `unknown`, from 2000 to 10000. Default: 5000.',
  ),

  record: t.boolean.about('Whether to record the call once it is answered. Default: false.'),
  recordingChannels: t.enum('mono', 'dual').about('One mixed channel, or one channel for each side. Default: `mono`.'),
  recordingTrack: t
    .enum('inbound', 'outbound', 'both')
    .about('Audio to record: received by Twilio, sent by Twilio, or both. Default: `both`.'),
  recordingConfigurationId: t.string.about('Identifier of a stored recording configuration.'),
  recordingStatusCallback: t.url.about('URL to which Twilio reports the status of the recording.'),
  recordingStatusCallbackMethod: t.httpMethod.about('HTTP method of `recordingStatusCallback`. Default: POST.'),
  trim: t
    .enum('trim-silence', 'do-not-trim')
    .about('Whether silence at the start and end of the recording is removed. Default: `trim-silence`.'),

  statusCallback: t.url,
  statusCallbackMethod: t.httpMethod,
  statusCallbackEvent: t
    .enum('initiated', 'ringing', 'answered', 'completed')
    .list.about('Events reported to `statusCallback`. Default: `completed`.'),
};
