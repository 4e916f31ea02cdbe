/** Recordings of calls and conferences. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Recording = entity('Recording', {
  in: Account,
  at: 'recordings',
  sid: 'RE',
  about:
    'The sound of a call or a conference. Deleting it erases the sound; what is said of it here stays for 40 days.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    callSid: t.ref('Call').about('The recorded call; of two connected legs, the parent.'),
    conferenceSid: t.ref('Conference').about('The recorded conference; null for a recording of a call.'),
    status: t
      .enum('in-progress', 'paused', 'stopped', 'processing', 'completed', 'absent', 'deleted')
      .about('How far it is; only a completed one can be heard.'),
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
    mediaUrl: t.url.about('Where the sound can be downloaded, at Twilio or in storage of your own.'),
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
    subresourceUris: t.omit,
  },
  filters: {
    callSid: t.equal,
    conferenceSid: t.equal,
    dateCreated: t.range,
    includeSoftDeleted: t.boolean.about('Whether to list deleted ones too, for 40 days after their end.'),
  },
  remove: true,
  fetch: true,
});
