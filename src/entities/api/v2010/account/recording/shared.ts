/** What is known of every recording, and how one under way is paused and stopped: the same in each of its lists. */
import { t } from '../../../../../model/index.ts';

export const recording = {
  sid: t.sid,
  accountSid: t.ref('Account'),
  callSid: t.ref('Call').about('The recorded call; of two connected legs, the parent.'),
  conferenceSid: t.ref('Conference').about('The recorded conference; null for a recording of a call.'),
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
    .about('What started it: a TwiML verb, a conference, a trunk or the API.'),
  startTime: t.dateTime.about('When it began.'),
  duration: t.int.about('Length in seconds; null or -1 until it is completed.'),
  channels: t.int.about('Channels that were recorded: 1, or 2 with each side in its own.'),
  encryptionDetails: t.json.about(
    'What is needed to decrypt it: key, initialisation vector; null if it is not encrypted.',
  ),
  errorCode: t.int.about("Twilio's code for why it is absent; null if it is not."),
  price: t.decimal.about('What making it cost, once, in `priceUnit`; null until Twilio has rated it.'),
  priceUnit: t.string,
  apiVersion: t.string,
  dateCreated: t.dateTime,
  dateUpdated: t.dateTime,
  uri: t.omit,
};

/** A recording as its call or conference shows it: one that is deleted is no longer there. */
export const liveRecording = {
  ...recording,
  sid: t.ref('Recording').about('Names the recording, here and among all of the account.'),
  status: t
    .enum('in-progress', 'paused', 'stopped', 'processing', 'completed', 'absent')
    .about('How far it is; only a completed one can be heard.'),
};

export const current = [/^Twilio\.CURRENT$/, 'Twilio.CURRENT, for the recording under way'] as const;

export const steering = {
  status: t
    .enum('in-progress', 'paused', 'stopped', 'processing', 'completed', 'absent')
    .required.about('paused holds it, in-progress goes on with it, stopped ends it for good; Twilio takes no other.'),
  pauseBehavior: t
    .enum('skip', 'silence')
    .about('What becomes of the time of a pause: left out, or silence as by default.'),
};
