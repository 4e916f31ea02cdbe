/** Services. */
import { entity, t } from '../../../model/index.ts';
import { intelligenceV2 } from './product.ts';

const settings = {
  autoTranscribe: t.boolean,
  dataLogging: t.boolean,
  friendlyName: t.string,
  autoRedaction: t.boolean,
  mediaRedaction: t.boolean,
  webhookUrl: t.string,
  webhookHttpMethod: t.enum('GET', 'POST', 'NULL'),
  encryptionCredentialSid: t.sid,
};

export const IntelligenceV2Service = entity('IntelligenceV2Service', {
  in: intelligenceV2,
  at: 'services',
  sid: [],
  etag: true,
  about: 'Settings under which calls are transcribed and analysed: language, redaction, webhook.',
  fields: {
    accountSid: t.ref('Account'),
    autoRedaction: t.boolean,
    mediaRedaction: t.boolean,
    autoTranscribe: t.boolean,
    dataLogging: t.boolean,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    friendlyName: t.string,
    languageCode: t.string,
    sid: t.sid,
    uniqueName: t.string,
    url: t.omit,
    webhookUrl: t.string,
    webhookHttpMethod: t.enum('GET', 'POST', 'NULL'),
    readOnlyAttachedOperatorSids: t.string.list,
    version: t.int,
    encryptionCredentialSid: t.ref('AccountsPublicKey'),
  },
  batch: 'whole',
  filters: {},
  create: { uniqueName: t.string.required, languageCode: t.string, ...settings },
  update: { ifMatch: t.string, uniqueName: t.string, ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
