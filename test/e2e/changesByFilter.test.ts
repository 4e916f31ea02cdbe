/** Changes by filter: never more than the limit, never without a filter, and an outcome for each row. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closedAfterTest } from '../support/hooks.ts';
import { message, number, page, path, recording, refusal, sid } from '../support/rows.ts';
import { startAgainst, type TestServer } from '../support/server.ts';
import { type StandIn, startStandIn } from '../support/standIn.ts';

let twilio: StandIn;
let server: TestServer;
beforeAll(async () => {
  twilio = await startStandIn();
  server = await startAgainst(twilio.url);
});
afterAll(async () => {
  await server.close();
  await twilio.close();
});
const writes = () => twilio.seen.filter(({ method }) => method !== 'GET');
const rename = (more: string) => `mutation { incomingPhoneNumbersUpdate(
  filter: { phoneNumber: { eq: "+15550100002" } }, input: { friendlyName: "Front desk" }, ${more}) {
  matched userErrors { code message } results { sid outcome incomingPhoneNumber { friendlyName } userErrors { code twilioCode } } } }`;

beforeEach(() =>
  twilio.play(({ method, path: at, form }) =>
    method === 'GET'
      ? page('incoming_phone_numbers', [number(1), number(2, { phone_number: '+15550100003' }), number(3)])
      : number(at.includes(sid('PN', 1)) ? 1 : 3, { friendly_name: form.get('FriendlyName') }),
  ),
);

test('changes the rows that match exactly, and those only', async () => {
  const { data, errors } = await server.ask(rename('limit: 2'));
  expect(errors).toEqual([]);
  expect(data.incomingPhoneNumbersUpdate).toEqual({
    matched: 2,
    userErrors: [],
    results: [1, 3].map((n) => ({
      sid: sid('PN', n),
      outcome: 'DONE',
      incomingPhoneNumber: { friendlyName: 'Front desk' },
      userErrors: [],
    })),
  });
  expect(twilio.seen[0]?.query.get('PhoneNumber')).toBe('+15550100002');
  expect(writes().map((request) => request.path)).toEqual(
    [1, 3].map((n) => path(`IncomingPhoneNumbers/${sid('PN', n)}`)),
  );
});

test('what one change has read takes no memory from the next', async () => {
  const LONG = 'x'.repeat(150_000);
  const rows = Array.from({ length: 100 }, (_, n) =>
    number(n, { friendly_name: LONG, voice_url: `https://a.test/${n}` }),
  );
  const text = JSON.stringify(page('incoming_phone_numbers', rows));
  twilio.play(({ method }) => (method === 'GET' ? [200, text] : number(7)));
  const one = `(filter: { voiceUrl: { eq: "https://a.test/7" } }, input: { friendlyName: "y" }, limit: 1)`;
  const changes = ['a', 'b', 'c', 'd'].map(
    (alias) => `${alias}: incomingPhoneNumbersUpdate${one} {
    results { outcome } userErrors { code message } }`,
  );
  const { data, errors } = await server.ask(`mutation { ${changes.join(' ')} }`);
  expect(errors).toEqual([]);
  for (const change of Object.values(data)) expect(change).toEqual({ results: [{ outcome: 'DONE' }], userErrors: [] });
  expect(writes()).toHaveLength(4);
});

test('more matches than the limit change nothing', async () => {
  const { data } = await server.ask(rename('limit: 1'));
  expect(data.incomingPhoneNumbersUpdate).toMatchObject({ results: [], userErrors: [{ code: 'TOO_MANY_MATCHES' }] });
  expect(writes()).toHaveLength(0);
});

test('an update that takes no input changes what matches', async () => {
  const registration = (n: number) => ({ sid: sid('BN', n), status: n === 1 ? 'FAILED' : 'APPROVED' });
  twilio.play(({ method }) =>
    method === 'GET'
      ? { data: [registration(1), registration(2)], meta: { key: 'data', next_page_url: null } }
      : registration(1),
  );
  const update = (dryRun: boolean) =>
    server.ask(`mutation { messagingBrandRegistrationsUpdate(filter: { status: { eq: FAILED } }, limit: 5, dryRun: ${dryRun}) {
      matched userErrors { code } results { sid outcome } } }`);
  for (const dryRun of [true, false]) {
    const { data, errors } = await update(dryRun);
    expect(errors).toEqual([]);
    const results = [{ sid: sid('BN', 1), outcome: dryRun ? 'WOULD_CHANGE' : 'DONE' }];
    expect(data.messagingBrandRegistrationsUpdate).toEqual({ matched: 1, userErrors: [], results });
  }
  expect(writes().map(({ path: at }) => at)).toEqual([`/v1/a2p/BrandRegistrations/${sid('BN', 1)}`]);
});

test('dryRun names what would change', async () => {
  const { data } = await server.ask(rename('limit: 2, dryRun: true'));
  expect(data.incomingPhoneNumbersUpdate.results.map((result: { outcome: string }) => result.outcome)).toEqual([
    'WOULD_CHANGE',
    'WOULD_CHANGE',
  ]);
  expect(writes()).toHaveLength(0);
});

test('a failure in the middle stops nothing and loses nothing', async () => {
  twilio.play(({ method, path: at }) => {
    if (method === 'GET')
      return page(
        'messages',
        [1, 2, 3, 4].map((n) => message(n)),
      );
    if (at.includes(sid('SM', 2))) return refusal(20009, 'Not finished', 409);
    if (at.includes(sid('SM', 3))) return [500, {}];
    return message(at.includes(sid('SM', 1)) ? 1 : 4, { body: '' });
  });
  const { data, errors } =
    await server.ask(`mutation { messagesUpdate(filter: { to: { eq: "+15550100002" } }, input: { body: "" }, limit: 10) {
    results { sid outcome message { body } userErrors { code twilioCode } } } }`);
  expect(errors).toEqual([]);
  expect(data.messagesUpdate.results).toEqual([
    { sid: sid('SM', 1), outcome: 'DONE', message: { body: '' }, userErrors: [] },
    { sid: sid('SM', 2), outcome: 'FAILED', message: null, userErrors: [{ code: 'REJECTED', twilioCode: 20009 }] },
    {
      sid: sid('SM', 3),
      outcome: 'UNKNOWN',
      message: null,
      userErrors: [{ code: 'UPSTREAM_ERROR', twilioCode: null }],
    },
    { sid: sid('SM', 4), outcome: 'DONE', message: { body: '' }, userErrors: [] },
  ]);
  expect(writes()).toHaveLength(4);
  expect(writes().every(({ form }) => form.get('Body') === '')).toBe(true);
});

test('a list that cannot be read changes nothing', async () => {
  twilio.play(() => refusal(20003, 'Authenticate', 401));
  const { errors } = await server.ask(rename('limit: 5'));
  expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(writes()).toHaveLength(0);
});

test('deletes by filter', async () => {
  twilio.play(({ method }) => (method === 'GET' ? page('messages', [message(1), message(2)]) : [204]));
  const { data } = await server.ask(
    'mutation { messagesDelete(filter: { to: { eq: "+15550100002" } }, limit: 2) { matched results { sid outcome } } }',
  );
  expect(data.messagesDelete).toEqual({
    matched: 2,
    results: [1, 2].map((n) => ({ sid: sid('SM', n), outcome: 'DONE' })),
  });
  expect(writes().map(({ method }) => method)).toEqual(['DELETE', 'DELETE']);
});

describe('onTooMany: FIRST', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toUTCString();
  /** A Twilio that forgets what is deleted; its lists have the newest row first. */
  const holding = (count: number) => {
    const rows = Array.from({ length: count }, (_, i) => recording(count - i, { date_created: day(count - i) }));
    twilio.play(({ method, path: at }) => {
      if (method === 'GET') return page('recordings', rows);
      rows.splice(
        rows.findIndex((row) => at === path(`Recordings/${row.sid}`)),
        1,
      );
      return [204];
    });
    return rows;
  };
  const DELETE = `mutation($orderBy: [RecordingOrder!], $limit: Int!, $dryRun: Boolean) {
    recordingsDelete(filter: { dateCreated: { lt: "2026-06-01T00:00:00Z" } }, limit: $limit, onTooMany: FIRST, orderBy: $orderBy, dryRun: $dryRun) {
      matched remaining results { sid outcome } userErrors { code } } }`;
  const numbers = (results: readonly { sid: string }[]) =>
    results.map((each) => Number.parseInt(each.sid.slice(2), 16));

  test.each([
    ['the newest by default', undefined, [7, 6, 5]],
    ['the oldest', [{ field: 'DATE_CREATED', direction: 'ASC' }], [1, 2, 3]],
    ['the newest', [{ field: 'DATE_CREATED', direction: 'DESC' }], [7, 6, 5]],
  ])('%s', async (_name, orderBy, expected) => {
    const rows = holding(7);
    const { data, errors } = await server.ask(DELETE, { orderBy, limit: 3 });
    expect(errors).toEqual([]);
    expect(data.recordingsDelete).toMatchObject({ matched: 7, remaining: 4, userErrors: [] });
    expect(numbers(data.recordingsDelete.results)).toEqual(expected);
    expect(rows).toHaveLength(4);
  });

  test('the same mutation in a loop deletes all of them, each once', async () => {
    holding(10);
    const deleted: number[] = [];
    for (let remaining = 1; remaining > 0; ) {
      const { data } = await server.ask(DELETE, { limit: 4 });
      deleted.push(...numbers(data.recordingsDelete.results));
      remaining = data.recordingsDelete.remaining;
    }
    expect(deleted).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(writes()).toHaveLength(10);
  });

  test('a dry run names them and deletes nothing', async () => {
    const rows = holding(5);
    const { data } = await server.ask(DELETE, { limit: 2, dryRun: true });
    expect(data.recordingsDelete).toMatchObject({ remaining: 3, results: [{ outcome: 'WOULD_CHANGE' }, {}] });
    expect(rows).toHaveLength(5);
  });

  test('a list that is too long to be counted is worked off all the same, but not from its other end', async () => {
    const small = closedAfterTest(await startAgainst(twilio.url, { TWILIO_SCAN_LIMIT: '1000' }));
    const rows = Array.from({ length: 2500 }, (_, i) => recording(2500 - i, { date_created: day(100) }));
    twilio.play(({ method, query, path: at }) => {
      if (method !== 'GET') return [204];
      const [size, begin] = [Number(query.get('PageSize')), Number(query.get('Page') ?? 0)];
      return page(
        'recordings',
        rows.slice(begin * size, (begin + 1) * size),
        `${at}?PageSize=${size}&Page=${begin + 1}`,
      );
    });
    const { data, errors } = await small.ask(DELETE, { limit: 2 });
    expect(errors).toEqual([]);
    expect(data.recordingsDelete).toMatchObject({
      remaining: null,
      results: [{ outcome: 'DONE' }, { outcome: 'DONE' }],
    });
    const asked = await small.ask(DELETE, { limit: 2, orderBy: [{ field: 'DATE_CREATED', direction: 'ASC' }] });
    expect(asked.errors[0]?.extensions.code).toBe('SCAN_LIMIT');
    expect(writes()).toHaveLength(2);
  });
});
