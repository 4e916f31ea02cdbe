/** Short codes, which are numbers of five or six digits for messages. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { webhooks } from './webhooks.ts';

const { smsUrl, smsMethod, smsFallbackUrl, smsFallbackMethod } = webhooks;
const settings = {
  friendlyName: t.string.pii.about('A name of your choice, at most 64 characters. Default: the short code.'),
  apiVersion: t.string.about('API version of new TwiML sessions: 2010-04-01 or 2008-08-01.'),
  smsUrl,
  smsMethod,
  smsFallbackUrl,
  smsFallbackMethod,
};

export const ShortCode = entity('ShortCode', {
  in: Account,
  at: 'shortCodes',
  sid: 'SC',
  about: 'A messaging number of five or six digits that the account leases, with its webhooks.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    shortCode: t.phone.always.about('The digits, such as 894546.'),
    ...settings,
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  relations: {
    inboundMessages: t.many('Message', { to: 'shortCode' }, 'Messages to this short code, newest first.'),
    outboundMessages: t.many('Message', { from: 'shortCode' }, 'Messages from this short code, newest first.'),
  },
  batch: 'whole',
  filters: { friendlyName: t.equal, shortCode: t.equal },
  update: settings,
  fetch: true,
});
