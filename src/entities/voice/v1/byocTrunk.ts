/** Byoc trunks. */
import { entity, t } from '../../../model/index.ts';
import { voice } from './product.ts';

const settings = {
  friendlyName: t.string,
  voiceUrl: t.url.pii,
  voiceMethod: t.httpMethod,
  voiceFallbackUrl: t.url.pii,
  voiceFallbackMethod: t.httpMethod,
  statusCallbackUrl: t.url.pii,
  statusCallbackMethod: t.httpMethod,
  cnamLookupEnabled: t.boolean,
  connectionPolicySid: t.sid,
  fromDomainSid: t.sid,
};

export const ByocTrunk = entity('ByocTrunk', {
  in: voice,
  at: 'byocTrunks',
  sid: 'BY',
  about: 'A connection to a carrier of your own for Programmable Voice.',
  fields: {
    accountSid: t.ref('Account'),
    sid: t.sid,
    friendlyName: t.string,
    voiceUrl: t.url.pii,
    voiceMethod: t.httpMethod,
    voiceFallbackUrl: t.url.pii,
    voiceFallbackMethod: t.httpMethod,
    statusCallbackUrl: t.url.pii,
    statusCallbackMethod: t.httpMethod,
    cnamLookupEnabled: t.boolean,
    connectionPolicySid: t.ref('ConnectionPolicy'),
    fromDomainSid: t.ref('SipDomain'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: { ...settings },
  update: { ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
