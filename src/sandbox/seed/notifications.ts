/** The seed's notifications: webhooks that failed during calls, and a little beside them. */
import { ACCOUNT, plus, type SeedBuilder } from './builder.ts';

interface Trouble {
  readonly code: number;
  readonly log: 0 | 1;
  readonly text: string;
  readonly status: number;
  readonly body: string;
}
const TROUBLES: readonly [Trouble, ...Trouble[]] = [
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
  const addTrouble = (at: Date, { code, log, text, status, body }: Trouble, callSid: string | null, sent: string) =>
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
    addTrouble(plus(dateCreated, 2), seed.random.pick(TROUBLES), String(sid), sent.toString());
    if (i % (2 * PER_CALL) === 3) addTrouble(plus(dateCreated, 4), TROUBLES[0], String(sid), sent.toString());
  }
  addTrouble(seed.daysAgo(9), TROUBLES[0], null, 'MessageStatus=delivered');
};
