/** Services. */
import { entity, t } from '../../../model/index.ts';
import { intelligenceV2 } from './product.ts';

const settings = {
  autoTranscribe: t.boolean,
  dataLogging: t.boolean,
  friendlyName: t.string,
  autoRedaction: t.boolean,
  mediaRedaction: t.boolean,
  webhookUrl: t.url,
  webhookHttpMethod: t.enum('GET', 'POST', 'NULL'),
  encryptionCredentialSid: t.sid,
};

export const IntelligenceV2Service = entity('IntelligenceV2Service', {
  in: intelligenceV2,
  at: 'services',
  sid: [],
  etag: true,
  about: 'Settings under which calls are transcribed and analyzed: language, redaction, webhook.',
  fields: {
    accountSid: t.ref('Account'),
    autoRedaction: t.boolean.about('Whether personal data is removed from the text of all transcripts.'),
    mediaRedaction: t.boolean.about('Whether personal data is also removed from the audio. Requires `autoRedaction`.'),
    autoTranscribe: t.boolean.about(
      'Whether every recording of the account is transcribed. Each transcript costs money.',
    ),
    dataLogging: t.boolean.about('Whether Twilio may use the audio and text to improve its products.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    friendlyName: t.string,
    languageCode: t.string.about('BCP 47 code of the language spoken, such as en-US. It cannot be changed later.'),
    sid: t.sid,
    uniqueName: t.string.about('Your own name of the service. It can stand in place of its SID.'),
    url: t.omit,
    webhookUrl: t.string.about('URL to which Twilio reports finished transcripts.'),
    webhookHttpMethod: t.enum('GET', 'POST', 'NULL').about('HTTP method of `webhookUrl`. `NULL`: no request.'),
    readOnlyAttachedOperatorSids: t
      .refs('IntelligenceV2Operator', 'readOnlyOperators')
      .about('SIDs (LY…) of the operators that run on each transcript. Change them by attaching operators.'),
    version: t.int.about('Grows by one with each change.'),
    encryptionCredentialSid: t
      .ref('AccountsPublicKey', 'encryptionKey')
      .about('SID (CR…) of your public key with which sentences and results are encrypted; null if they are not.'),
  },
  relations: {
    operatorAttachments: t.row('IntelligenceV2ServiceOperators', ['sid'], 'The operators that the service runs.'),
    transcripts: t.many('IntelligenceV2Transcript', { serviceSid: 'sid' }, 'Transcripts that the service has made.'),
  },
  batch: 'whole',
  filters: {},
  create: { uniqueName: t.string.required, languageCode: t.string, ...settings },
  update: { ifMatch: t.string, uniqueName: t.string, ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
