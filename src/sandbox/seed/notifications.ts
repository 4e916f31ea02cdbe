/** The seed's notifications: mostly webhooks that failed during calls. */
import { ACCOUNT, plus, type SeedBuilder } from './builder.ts';

interface Failure {
  readonly code: number;
  readonly log: 0 | 1;
  readonly text: string;
  readonly status: number;
  readonly body: string;
}
const FAILURES: readonly [Failure, ...Failure[]] = [
  { code: 11200, log: 0, text: 'HTTP retrieval failure', status: 502, body: '<h1>Bad Gateway</h1>' },
  { code: 12100, log: 0, text: 'Document parse failure', status: 200, body: '<Response><Say>Welcome' },
  { code: 12300, log: 0, text: 'Invalid Content-Type', status: 200, body: '{"say":"Welcome"}' },
  {
    code: 13227,
    log: 1,
    text: 'Geo Permission configuration is not permitting call',
    status: 200,
    body: '<Response/>',
  },
];

const PER_CALL = 12;

export const addNotifications = (seed: SeedBuilder, others: SeedBuilder): void => {
  const addFailure = (at: Date, { code, log, text, status, body }: Failure, callSid: string | null, sent: string) =>
    seed.add('Notification', [ACCOUNT], {
      ...{ sid: seed.sid('NO'), callSid, log, errorCode: code, requestMethod: 'POST' },
      ...{ requestUrl: 'https://example.com/voice', requestVariables: sent, responseBody: body },
      messageText: `Msg=${encodeURIComponent(text)}&ErrorCode=${code}&LogLevel=${log === 0 ? 'ERROR' : 'WARN'}`,
      responseHeaders: `status=${status}&content-type=text%2Fxml`,
      ...{ moreInfo: `https://www.twilio.com/docs/errors/${code}`, messageDate: at, dateCreated: plus(at, 1) },
    });
  for (const [i, { values }] of others.rowsOf('Call').entries()) {
    if (i % PER_CALL !== 3) continue;
    const { sid, from, to, dateCreated } = values;
    const sent = new URLSearchParams({ CallSid: String(sid), From: String(from), To: String(to) });
    addFailure(plus(dateCreated, 2), seed.random.pick(FAILURES), String(sid), sent.toString());
    if (i % (2 * PER_CALL) === 3) addFailure(plus(dateCreated, 4), FAILURES[0], String(sid), sent.toString());
  }
  addFailure(seed.daysAgo(9), FAILURES[0], null, 'MessageStatus=delivered');
};
