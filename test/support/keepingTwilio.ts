/** A Twilio that keeps the paid rows that it accepts, whatever its client hears of them: the witness of every test of paid writes. */

import { message, page, path, sid } from './rows.ts';
import { ACCOUNT } from './server.ts';
import type { Answer, Script, Seen, StandIn } from './standIn.ts';

type Row = Record<string, unknown>;
/** What a test does with one POST: whether Twilio carries it out, and what the client hears. */
export interface Reaction {
  readonly accepts: boolean;
  readonly answer: (row: Row) => Answer;
}
export interface Accepted {
  readonly row: Row;
  readonly form: URLSearchParams;
  readonly list: string;
}

export const CONFERENCE = sid('CF', 1);
const PARTICIPANTS = `Conferences/${CONFERENCE}/Participants`;

const now = () => new Date().toUTCString();
const calls = new Map<string, Row>();
/** By the path of the list: the row that a form makes. */
const makers: Readonly<Record<string, (n: number, form: URLSearchParams) => Row>> = {
  Messages: (n, form) =>
    message(n, {
      to: form.get('To'),
      from: form.get('From') ?? '+15550100009',
      messaging_service_sid: form.get('MessagingServiceSid'),
      body: form.get('Body'),
      date_created: now(),
    }),
  Calls: (n, form) => ({
    sid: sid('CA', n),
    account_sid: ACCOUNT,
    status: 'queued',
    direction: 'outbound-api',
    to: form.get('To'),
    from: form.get('From'),
    date_created: now(),
  }),
  [PARTICIPANTS]: (n, form) => {
    const dialled = makers.Calls?.(n, form) ?? {};
    calls.set(String(dialled.sid), dialled);
    return {
      call_sid: dialled.sid,
      account_sid: ACCOUNT,
      conference_sid: CONFERENCE,
      label: form.get('Label'),
      status: 'queued',
      muted: false,
      hold: false,
      coaching: false,
      date_created: now(),
    };
  },
  IncomingPhoneNumbers: (n, form) => ({
    sid: sid('PN', n),
    account_sid: ACCOUNT,
    phone_number: form.get('PhoneNumber'),
    friendly_name: 'A number',
    date_created: now(),
  }),
};
const KEYS: Readonly<Record<string, string>> = {
  Messages: 'messages',
  Calls: 'calls',
  [PARTICIPANTS]: 'participants',
  IncomingPhoneNumbers: 'incoming_phone_numbers',
};
const NOT_FOUND: Answer = [404, { code: 20404, message: 'not found', status: 404 }];

export const sidOf = ({ sid: own, call_sid: call }: Row): string => String(own ?? call);

let made = 1000;
/** Plays it; returns what it has accepted, the oldest first. `shown` is what its lists say of a row. */
export const keep = (
  twilio: StandIn,
  react: (request: Seen) => Reaction,
  shown: (row: Row) => Row | undefined = (row) => row,
): Accepted[] => {
  const accepted: Accepted[] = [];
  const script: Script = (request) => {
    const list = Object.keys(makers).find((name) => request.path === path(name));
    if (request.method === 'POST' && list) {
      const { accepts, answer } = react(request);
      const row = makers[list]?.(made++, request.form) ?? {};
      if (accepts) accepted.push({ row, form: request.form, list });
      return answer(row);
    }
    if (request.path === path(`Conferences/${CONFERENCE}`))
      return { sid: CONFERENCE, account_sid: ACCOUNT, friendly_name: 'Room', status: 'in-progress' };
    if (list) return page(KEYS[list] ?? '', matching(accepted, list, request.query, shown));
    const one = accepted.find(({ row, list }) => request.path === path(`${list}/${sidOf(row)}`))?.row;
    const dialled = [...calls.values()].find((row) => request.path === path(`Calls/${row.sid}`));
    return one ?? dialled ?? NOT_FOUND;
  };
  twilio.play(script);
  return accepted;
};

const matching = (
  accepted: readonly Accepted[],
  list: string,
  query: URLSearchParams,
  shown: (row: Row) => Row | undefined,
): readonly Row[] =>
  accepted
    .filter((each) => each.list === list)
    .map(({ row }) => shown(row))
    .filter((row) => row !== undefined)
    .filter((row) =>
      Object.entries({ To: row.to, From: row.from, PhoneNumber: row.phone_number }).every(
        ([name, value]) => value === undefined || (query.get(name) ?? value) === value,
      ),
    )
    .reverse();

export const works: Reaction = { accepts: true, answer: (row) => [201, row] };
const reset: Reaction['answer'] = () => (response) => response.destroy();
const truncated: Reaction['answer'] = (row) => (response) => {
  const text = JSON.stringify(row);
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': text.length });
  response.write(text.slice(0, text.length / 2));
  setTimeout(() => response.destroy(), 20);
};
const html = '<html><body>Bad gateway</body></html>';
const busy = (retryAfter: () => string): Reaction => ({
  accepts: false,
  answer: () => [429, { code: 20429, message: 'Too Many Requests', status: 429 }, { 'retry-after': retryAfter() }],
});

/** Every way to lose the response of a write that was carried out. */
export const lostAfter: Readonly<Record<string, Reaction>> = {
  'reset after accept': { accepts: true, answer: reset },
  '500 after accept': { accepts: true, answer: () => [500, { code: 20500, message: 'broken', status: 500 }] },
  'truncated after accept': { accepts: true, answer: truncated },
  'HTML after accept': { accepts: true, answer: () => [201, html, { 'content-type': 'text/html' }] },
  '404 after accept': { accepts: true, answer: () => NOT_FOUND },
  'hang after accept': { accepts: true, answer: () => () => undefined },
};
/** Of one that was not. */
export const lostBefore: Readonly<Record<string, Reaction>> = {
  'reset before accept': { accepts: false, answer: reset },
  '503 before accept': { accepts: false, answer: () => [503, html] },
  'hang before accept': { accepts: false, answer: () => () => undefined },
};
/** Known not to have been carried out. */
export const busyFor: Readonly<Record<string, Reaction>> = {
  '429 with seconds': busy(() => '1'),
  '429 with a date': busy(() => new Date(Date.now() + 1000).toUTCString()),
};
export const refused: Reaction = {
  accepts: false,
  answer: () => [400, { code: 21211, message: 'Invalid number', status: 400 }],
};
