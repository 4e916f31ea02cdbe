/** Alerts. */
import { entity, t } from '../../../model/index.ts';
import { monitor } from './product.ts';

export const MonitorAlert = entity('MonitorAlert', {
  in: monitor,
  at: 'alerts',
  sid: 'NO',
  about: 'An error or warning Twilio logged for your account, with request and response.',
  fields: {
    accountSid: t.ref('Account'),
    alertText: t.string.pii,
    apiVersion: t.string,
    dateCreated: t.dateTime,
    dateGenerated: t.dateTime,
    dateUpdated: t.dateTime,
    errorCode: t.string,
    logLevel: t.string,
    moreInfo: t.string,
    requestMethod: t.httpMethod,
    requestUrl: t.string.pii,
    requestVariables: t.string.pii.detail,
    resourceSid: t.refByPrefix({
      CA: 'Call',
      SM: 'Message',
      MM: 'Message',
      CF: 'Conference',
      RE: 'Recording',
      FW: 'StudioFlow',
    }),
    responseBody: t.string.pii.detail,
    responseHeaders: t.string.pii.detail,
    sid: t.sid,
    url: t.omit,
    requestHeaders: t.string.pii.detail,
    serviceSid: t.sid,
  },
  filters: { logLevel: t.equal, dateGenerated: t.range.by('startDate', 'endDate') },
  fetch: true,
});
