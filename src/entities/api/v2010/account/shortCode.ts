/** Short codes: numbers of five or six digits for texting only. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { webhooks } from './webhooks.ts';

const { smsUrl, smsMethod, smsFallbackUrl, smsFallbackMethod } = webhooks;
const settings = {
  friendlyName: t.string.about('A name for people, at most 64 characters; at first the short code itself.'),
  apiVersion: t.string.about('Version of the API that new TwiML sessions speak: 2010-04-01 or 2008-08-01.'),
  smsUrl,
  smsMethod,
  smsFallbackUrl,
  smsFallbackMethod,
};

export const ShortCode = entity('ShortCode', {
  in: Account,
  at: 'shortCodes',
  sid: 'SC',
  about: 'A number of five or six digits that the account leases, with what happens when somebody texts it.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    shortCode: t.phone.about('The digits, such as 894546.'),
    ...settings,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  relations: {
    inboundMessages: t.many('Message', { to: 'shortCode' }, 'Messages to this short code.'),
    outboundMessages: t.many('Message', { from: 'shortCode' }, 'Messages from this short code.'),
  },
  batch: 'whole',
  filters: { friendlyName: t.equal, shortCode: t.equal },
  update: settings,
  fetch: true,
});
