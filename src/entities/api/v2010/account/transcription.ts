/** Transcriptions of recordings. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Transcription = entity('Transcription', {
  in: Account,
  at: 'transcriptions',
  sid: 'TR',
  about: 'The text of a recording. TwiML requests it with <Record transcribe="true">.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    recordingSid: t.ref('Recording').about('The transcribed recording.'),
    status: t.enum('in-progress', 'completed', 'failed').always.about('State of the transcription.'),
    transcriptionText: t.string.pii.about('The text; null or empty until the transcription is completed.'),
    type: t.string.about('Type of transcription, such as fast.'),
    duration: t.int.about('Length of the transcribed audio in seconds.'),
    price: t.decimal.about('Price in `priceUnit`; null until Twilio has priced it.'),
    priceUnit: t.string,
    apiVersion: t.string,
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  filters: {},
  remove: true,
  fetch: true,
});
