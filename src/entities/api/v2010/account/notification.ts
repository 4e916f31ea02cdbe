/** Errors and warnings of Twilio's debugger. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Notification = entity('Notification', {
  in: Account,
  at: 'notifications',
  sid: 'NO',
  about:
    'An error or warning that Twilio logged, such as a failed webhook, invalid TwiML or a bad request. ' +
    'Fields of the HTTP exchange are not part of lists; each is read with a further upstream call.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    callSid: t.ref('Call').about('The call in which it occurred; null if there is none.'),
    log: t.int.about('0 for an error, 1 for a warning.'),
    errorCode: t.int.about('Twilio error code.'),
    messageText: t.string.pii.about('Details, usually as URL-encoded pairs.'),
    messageDate: t.dateTime.about('When it occurred.'),
    moreInfo: t.url.about("Twilio's documentation of the error code."),
    requestMethod: t.httpMethod.about('HTTP method of the request.'),
    requestUrl: t.url.pii.about("URL of the request: your webhook or Twilio's API."),
    requestVariables: t.string.pii.detail.about(
      'Parameters of the request. In a list, each row costs one upstream call.',
    ),
    responseHeaders: t.string.pii.detail.about('Headers of the response. In a list, each row costs one upstream call.'),
    responseBody: t.string.pii.detail.about('Body of the response. In a list, each row costs one upstream call.'),
    apiVersion: t.string.about("Version of Twilio's API that was used; empty if none was."),
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  filters: { log: t.equal, messageDate: t.days },
  fetch: true,
});
