/** What went wrong with webhooks, TwiML and requests, as Twilio's debugger knows it. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Notification = entity('Notification', {
  in: Account,
  at: 'notifications',
  sid: 'NO',
  about:
    'An error or a warning that Twilio noted: a webhook that failed, TwiML that made no sense, a bad request. ' +
    'Lists leave the exchange itself out; fetch one to see it.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    callSid: t.ref('Call').about('The call in which it happened; null outside of calls.'),
    log: t.int.about('How bad it is: 0 for an error, 1 for a warning.'),
    errorCode: t.int.about("Twilio's code for what went wrong."),
    messageText: t.string.pii.about('What went wrong in detail, mostly as URL-encoded pairs.'),
    messageDate: t.dateTime.about('When it happened; Twilio may have written it down somewhat later.'),
    moreInfo: t.url.about('A page on this error code, with what to do about it.'),
    requestMethod: t.httpMethod.about('How the URL in question was requested.'),
    requestUrl: t.url.pii.about('What was requested: your webhook by Twilio, or Twilio by you.'),
    requestVariables: t.string.pii.detail.about(
      'What was sent along with that request; a row of a list is fetched for it.',
    ),
    responseHeaders: t.string.pii.detail.about(
      'Headers of what your server answered; a row of a list is fetched for it.',
    ),
    responseBody: t.string.pii.detail.about('Body of what your server answered; a row of a list is fetched for it.'),
    apiVersion: t.string.about("Version of Twilio's API that it arose with; empty where none was involved."),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  filters: { log: t.equal, messageDate: t.days },
  fetch: true,
});
