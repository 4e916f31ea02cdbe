/** TwiML applications: sets of webhooks that several numbers can share. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { webhooks } from './webhooks.ts';

const settings = {
  friendlyName: t.string,
  apiVersion: t.string.about('API version of new TwiML sessions: 2010-04-01 or 2008-08-01.'),
  ...webhooks,
  messageStatusCallback: t.url.about('URL to which Twilio posts the status of messages sent through the application.'),
  smsStatusCallback: t.url
    .about('URL to which Twilio posts the status of SMS messages sent through the application.')
    .deprecated('Use messageStatusCallback.'),
  publicApplicationConnectEnabled: t.boolean.about('Whether other Twilio accounts can call this application.'),
};

export const Application = entity('Application', {
  in: Account,
  at: 'applications',
  sid: 'AP',
  about: 'A named set of webhooks that phone numbers and calls can refer to.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    ...settings,
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  relations: {
    auditEvents: t.many(
      'MonitorEvent',
      { resourceSid: 'sid' },
      'Changes to it, by whom and when, as Monitor recorded them.',
    ),
  },
  batch: 'whole',
  filters: { friendlyName: t.equal },
  create: settings,
  update: settings,
  remove: true,
  fetch: true,
});
