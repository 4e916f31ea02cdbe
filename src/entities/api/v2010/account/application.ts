/** TwiML applications: one set of webhooks that many numbers and clients can share. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { webhooks } from './webhooks.ts';

const settings = {
  friendlyName: t.string,
  apiVersion: t.string.about('Version of the API that new TwiML sessions speak: 2010-04-01 or 2008-08-01.'),
  ...webhooks,
  messageStatusCallback: t.url.about(
    'Where Twilio reports, by POST, the status of messages sent through the application.',
  ),
  smsStatusCallback: t.url
    .about('Where Twilio reports, by POST, the status of texts sent through the application.')
    .deprecated('Use messageStatusCallback.'),
  publicApplicationConnectEnabled: t.boolean.about('Whether other Twilio accounts may dial this application.'),
};

export const Application = entity('Application', {
  in: Account,
  at: 'applications',
  sid: 'AP',
  about: 'A TwiML application: a named set of webhooks. Point numbers or calls at it instead of repeating the URLs.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    ...settings,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  batch: 'whole',
  filters: { friendlyName: t.equal },
  create: settings,
  update: settings,
  remove: true,
  fetch: true,
});
