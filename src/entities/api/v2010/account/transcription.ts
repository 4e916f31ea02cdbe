/** Recordings written down. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Transcription = entity('Transcription', {
  in: Account,
  at: 'transcriptions',
  sid: 'TR',
  about: 'What was said in a recording, as text. TwiML asks for it with <Record transcribe="true">.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    recordingSid: t.ref('Recording').about('The recording that was written down.'),
    status: t.enum('in-progress', 'completed', 'failed').about('How far the writing is.'),
    transcriptionText: t.string.pii.about('The text; null or empty until it is completed.'),
    type: t.string.about('How it was made, such as fast.'),
    duration: t.int.about('Seconds of sound that were written down.'),
    price: t.decimal.about('What it cost, in `priceUnit`; null until Twilio has rated it.'),
    priceUnit: t.string,
    apiVersion: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  filters: {},
  remove: true,
  fetch: true,
});
