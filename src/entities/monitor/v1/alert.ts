/** Alerts. */
import { entity, t } from '../../../model/index.ts';
import { monitor } from './product.ts';

export const MonitorAlert = entity('MonitorAlert', {
  in: monitor,
  at: 'alerts',
  sid: 'NO',
  about: 'An error or warning that Twilio logged for your account, with request and response.',
  fields: {
    accountSid: t.ref('Account'),
    alertText: t.string.pii.about('Details of the error as text of URL parameters, such as `Msg=…&sourceComponent=…`.'),
    apiVersion: t.string,
    dateCreated: t.dateTime,
    dateGenerated: t.dateTime.about('When the error happened. `dateCreated` is when it was recorded, at times later.'),
    dateUpdated: t.dateTime,
    errorCode: t.string.about("Twilio's error code, such as 11200."),
    logLevel: t.string.about('`error`, `warning`, `notice` or `debug`.'),
    moreInfo: t.string.about("URL of Twilio's page on the error."),
    requestMethod: t.httpMethod.about('HTTP method of the request that failed.'),
    requestUrl: t.string.pii.about(
      "URL of the request that failed: yours if Twilio called your server, Twilio's if you called the API.",
    ),
    requestVariables: t.string.pii.detail.about(
      'Parameters of the request as text of URL parameters. Not part of lists.',
    ),
    resourceSid: t
      .refByPrefix({
        CA: 'Call',
        SM: 'Message',
        MM: 'Message',
        CF: 'Conference',
        RE: 'Recording',
        FW: 'StudioFlow',
      })
      .about('What was concerned, such as the call or message.'),
    responseBody: t.string.pii.detail.about('Body of the response to the request. Not part of lists.'),
    responseHeaders: t.string.pii.detail.about('Headers of the response to the request. Not part of lists.'),
    sid: t.sid,
    url: t.omit,
    requestHeaders: t.string.pii.detail.about('Headers of the request. Not part of lists.'),
    serviceSid: t.sid.about('SID of the service that was concerned, such as a messaging service; null if none was.'),
  },
  filters: { logLevel: t.equal, dateGenerated: t.range.by('startDate', 'endDate') },
  fetch: true,
});
