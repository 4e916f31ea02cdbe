/** Every answer that an upstream can give to a write: one request, and an outcome that says no more than is known. */
import { describe, expect, test } from 'vitest';
import { chance } from '../support/chance.ts';
import { serverWithStandIn } from '../support/hooks.ts';
import { clientsThatJoin } from '../support/joined.ts';
import { call, message, nextPage, number, page, path, refusal, sid } from '../support/rows.ts';
import { ACCOUNT } from '../support/server.ts';
import type { Answer, Seen } from '../support/standIn.ts';

const { twilio, server } = await serverWithStandIn();

const writes = () => twilio.seen.filter(({ method }) => method !== 'GET');
/** Nothing of unknown outcome was sent here, so that no lookup of the journal is among what Twilio has seen. */
const quiet = await serverWithStandIn();
const ERRORS = 'userErrors { code message field }';
const MUTATIONS = {
  create: `mutation { it: queueCreate(input: { friendlyName: "x" }) { queue { sid } ${ERRORS} } }`,
  update: `mutation { it: messageUpdate(sid: "${sid('SM')}", input: { body: "" }) { message { sid } ${ERRORS} } }`,
  remove: `mutation { it: messageDelete(sid: "${sid('SM')}") { deletedSid ${ERRORS} } }`,
} as const;
type Kind = keyof typeof MUTATIONS;

const row = JSON.stringify(message(1));
const BODIES = {
  row,
  refusal: JSON.stringify({ code: 21211, message: 'No.', status: 400 }),
  html: '<!doctype html><title>Not here</title>',
  empty: '',
  cut: row.slice(0, 40),
  list: '[]',
  null: 'null',
} as const;
type Body = keyof typeof BODIES;
/** Node sends none of these a body. */
const BODILESS = [204, 304];

/** What may be said after an answer. */
const expected = (kind: Kind, status: number, body: Body): 'done' | 'refused' | 'UNKNOWN' => {
  const bytes = BODILESS.includes(status) ? '' : BODIES[body];
  const isObject = bytes.startsWith('{') && body !== 'cut';
  const isSuccess = (status >= 200 && status < 300) || (status === 307 && (isObject || body === 'list'));
  if (isSuccess && kind === 'remove') return bytes === '' || (body !== 'html' && body !== 'cut') ? 'done' : 'UNKNOWN';
  if (isSuccess) return body === 'row' && isObject ? 'done' : 'UNKNOWN';
  if (status < 400 || status > 499 || status === 408 || status === 499) return 'UNKNOWN';
  if (status === 404) return kind === 'create' || !(isObject || body === 'list') ? 'UNKNOWN' : 'refused';
  return 'refused';
};

const check = async (kind: Kind, status: number, body: Body) => {
  // A wait that is too long for another attempt: 429 is an answer at once.
  twilio.play(() => [status, BODIES[body], { 'retry-after': '120' }]);
  const { data, errors } = await server.ask(MUTATIONS[kind]);
  const what = `${kind} ${status} ${body}`;
  expect(writes(), what).toHaveLength(1);
  const outcome = expected(kind, status, body);
  if (outcome === 'UNKNOWN') {
    expect(data, what).toEqual({ it: null });
    expect(errors[0]?.extensions, what).toMatchObject({ outcome, correlationId: expect.any(String) });
    const { correlationId, code } = errors[0]?.extensions ?? {};
    expect(['UPSTREAM_ERROR', 'UPSTREAM_UNREADABLE'], what).toContain(code);
    expect(server.logged, what).toContainEqual(expect.objectContaining({ correlationId, event: 'unknown outcome' }));
  } else {
    expect(errors, what).toEqual([]);
    expect(data.it.userErrors, what).toHaveLength(outcome === 'done' ? 0 : 1);
    expect(data.it.queue ?? data.it.message ?? data.it.deletedSid ?? null, what).toEqual(
      outcome === 'done' ? expect.anything() : null,
    );
  }
};

test.each(Object.keys(MUTATIONS) as Kind[])('%s: every status with a body drawn for it', async (kind) => {
  const { pick } = chance(kind.length);
  for (let status = 200; status < 600; status++) await check(kind, status, pick(Object.keys(BODIES) as Body[]));
});
test.each(Object.keys(BODIES) as Body[])('statuses that matter, with the body %s', async (body) => {
  for (const kind of Object.keys(MUTATIONS) as Kind[])
    for (const status of [200, 201, 202, 204, 206, 301, 307, 400, 401, 404, 408, 429, 499, 500, 503])
      await check(kind, status, body);
});

describe('a create that is answered with 404', () => {
  const ADD = `mutation { participantCreate(conferenceSid: "${sid('CF')}", input: { from: "+15550100001", to: "+15550100002" }) { participant { callSid } ${ERRORS} } }`;
  const gone = refusal(20404, 'The requested resource was not found', 404);
  test('is a refusal if its parent is gone', async () => {
    twilio.play(() => gone);
    const { data, errors } = await server.ask(ADD);
    expect(errors).toEqual([]);
    expect(data.participantCreate.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(writes()).toHaveLength(1);
  });
  test('may have happened if its parent is there', async () => {
    twilio.play(({ method }) => (method === 'GET' ? { sid: sid('CF'), status: 'in-progress' } : gone));
    const { errors } = await server.ask(ADD);
    expect(errors).toMatchObject([
      { extensions: { code: 'OUTCOME_UNKNOWN', cause: 'UPSTREAM_ERROR', outcome: 'UNKNOWN', status: 404 } },
    ]);
    expect(writes()).toHaveLength(1);
  });
});

test('a row of a change by filter whose outcome is not known is UNKNOWN', async () => {
  const answers: Answer[] = [
    [204],
    [500, {}],
    refusal(20009, 'No.', 409),
    [302, 'elsewhere'],
    (response) => response.destroy(),
  ];
  twilio.play(({ method, path: at }) => {
    if (method === 'GET')
      return page(
        'messages',
        answers.map((_, i) => message(i + 1)),
      );
    return answers.find((_, i) => at === path(`Messages/${sid('SM', i + 1)}`)) ?? [500];
  });
  const { data, errors } = await server.ask(
    'mutation { messagesDelete(filter: { to: { eq: "+15550100002" } }, limit: 9) { results { outcome deletedId userErrors { code } } } }',
  );
  expect(errors).toEqual([]);
  const { results } = data.messagesDelete;
  expect(results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
    'DONE',
    'UNKNOWN',
    'FAILED',
    'UNKNOWN',
    'UNKNOWN',
  ]);
  expect(results[0].deletedId).toBe(Buffer.from(`Message:${ACCOUNT}/${sid('SM', 1)}`).toString('base64url'));
  expect(writes()).toHaveLength(answers.length);
});

test('an error in the rest of the answer of a done write says that it was done', async () => {
  twilio.play(({ method }) => (method === 'GET' ? [500, {}] : [201, message(1, { num_segments: 'many' })]));
  const { errors } = await server.ask(
    `mutation { messageCreate(input: { to: "+15550100002", from: "+15550100001", body: "x" }) { message { numSegments account { status } } } }`,
  );
  expect(errors.length).toBeGreaterThan(1);
  for (const { extensions } of errors) expect(extensions.outcome).toBe('DONE');
});

test.each([
  'mutation { messageCreate(input: { to: "+15550100002", from: "+15550100001", body: "x" }) { message { then: sid } } }',
  'mutation { then: messageCreate(input: { to: "+15550100002", from: "+15550100001", body: "x" }) { message { sid } } }',
  '{ calls { nodes { ...C } } } fragment C on Call { then: sid }',
])('the response name then is refused before anything runs: %s', async (query) => {
  quiet.twilio.play(() => [201, message(1)]);
  const { errors } = await quiet.server.ask(query);
  expect(errors).toMatchObject([
    { message: expect.stringContaining('`then`'), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
  ]);
  expect(quiet.twilio.seen).toHaveLength(0);
});

describe('reads', () => {
  test.each([200, 201, 202, 203, 206])('a list answered with %i is a list', async (status) => {
    twilio.play(() => [status, page('calls', [call(1)])]);
    const { data, errors } = await server.ask('{ calls(first: 1) { nodes { sid } } }');
    expect(errors).toEqual([]);
    expect(data.calls.nodes).toEqual([{ sid: sid('CA') }]);
  });
  test('a 404 that is not of Twilio is an error and not null', async () => {
    twilio.play(() => [404, '<html>']);
    const { errors } = await server.ask(`{ call(sid: "${sid('CA')}") { sid } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_ERROR', status: 404 } }]);
  });
  test('another row than the one asked for is no answer', async () => {
    twilio.play(() => call(2));
    const { errors } = await server.ask(`{ call(sid: "${sid('CA')}") { sid } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNREADABLE' } }]);
  });
  test('inside one mutation operation nothing read before a write answers after it', async () => {
    let reads = 0;
    twilio.play(({ method, path: at }, i) => {
      if (method !== 'GET') return i > 2 ? [500, {}] : call(1, { parent_call_sid: sid('CA', 9) });
      if (at.includes(sid('CA', 9))) return call(9, { status: ['ringing', 'in-progress', 'completed'][reads++] });
      return page('recordings', []);
    });
    const UPDATE = `callUpdate(sid: "${sid('CA')}", input: { status: COMPLETED }) { call { parentCall { status } } }`;
    const { data } = await server.ask(`mutation { a: ${UPDATE} b: ${UPDATE} }`);
    expect(data.a.call.parentCall.status).toBe('RINGING');
    expect(data.b?.call.parentCall.status ?? 'failed').not.toBe('RINGING');
  });
});

describe('what is checked before anything is sent', () => {
  test.each([
    [`messageUpdate(sid: "${sid('SM')}", input: { body: "x" })`, ['input', 'body'], /must be empty/],
    ['messageCreate(input: { to: "+15550100002", from: "+15550100001" })', ['input', 'body'], /needs at least one of/],
    [
      'messageCreate(input: { to: "+15550100002", from: "+15550100001", mediaUrl: [] })',
      ['input', 'body'],
      /needs at least one of/,
    ],
    ['messageCreate(input: { to: "+15550100002", from: "+15550100001", body: "a\\u0000b" })', ['input', 'body'], /NUL/],
    ['messagesDelete(filter: { to: { eq: "+15550100002" } }, limit: 0)', ['limit'], /from 1 to/],
  ])('%s', async (field, at, rule) => {
    quiet.twilio.play(() => [201, message(1)]);
    const { data, errors } = await quiet.server.ask(`mutation { it: ${field} { ${ERRORS} } }`);
    expect(errors).toEqual([]);
    expect(data.it.userErrors).toEqual([{ code: 'BAD_USER_INPUT', field: at, message: expect.stringMatching(rule) }]);
    expect(quiet.twilio.seen).toHaveLength(0);
  });
});

test('half of a surrogate pair is refused: it would be sent as another character', async () => {
  quiet.twilio.play(() => [201, message(1)]);
  const { data } = await quiet.server.ask(
    `mutation($input: MessageCreateInput!) { messageCreate(input: $input) { ${ERRORS} } }`,
    { input: { to: '+15550100002', from: '+15550100001', body: 'a\ud800b' } },
  );
  expect(data.messageCreate.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', 'body'] }]);
  expect(quiet.twilio.seen).toHaveLength(0);
});

describe('buying a number', () => {
  const BUY = (more = '') =>
    `mutation { it: incomingPhoneNumberCreate(input: { phoneNumber: "+15550100002" }${more}) { incomingPhoneNumber { sid capabilities { voice sms mms fax } } ${ERRORS} } }`;
  const owned = number(1, { capabilities: { voice: true, SMS: true, MMS: false, fax: null } });
  test('that is owned already is refused: Twilio would overwrite its settings', async () => {
    quiet.twilio.play(({ method }) => (method === 'GET' ? page('incoming_phone_numbers', [owned]) : [201, owned]));
    const { data } = await quiet.server.ask(BUY());
    expect(data.it.userErrors).toMatchObject([
      {
        code: 'BAD_USER_INPUT',
        field: ['input', 'phoneNumber'],
        message: expect.stringContaining('incomingPhoneNumberUpdate'),
      },
    ]);
    expect(quiet.twilio.seen).toHaveLength(1);
  });
  const others = (page: number) => number(page + 2, { phone_number: `+1555010000${page}` });
  test.each([
    'incomingPhoneNumber',
    'incomingPhoneNumberLocal',
    'incomingPhoneNumberMobile',
    'incomingPhoneNumberTollFree',
  ])('that is owned and not on the first page is refused: %s', async (field) => {
    quiet.twilio.play(({ method, query }) => {
      const at = Number(query.get('PageToken') ?? 0);
      if (method !== 'GET') return [201, owned];
      return at === 2
        ? page('incoming_phone_numbers', [owned])
        : page('incoming_phone_numbers', [others(at)], nextPage('IncomingPhoneNumbers', at + 1));
    });
    const { data } = await quiet.server.ask(BUY().replace('incomingPhoneNumberCreate', `${field}Create`));
    expect(data.it.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', 'phoneNumber'] }]);
    expect(quiet.twilio.seen.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
  });
  test('is refused if Twilio lists more rows than can be read', async () => {
    quiet.twilio.play(({ method, query }) => {
      const at = Number(query.get('PageToken') ?? 0);
      if (method !== 'GET') return [201, owned];
      const rows = Array.from({ length: 1000 }, (_, i) => number(at * 1000 + i + 2, { phone_number: '+15550100001' }));
      return page('incoming_phone_numbers', rows, nextPage('IncomingPhoneNumbers', at + 1));
    });
    const { data } = await quiet.server.ask(BUY());
    expect(data.it.userErrors).toMatchObject([
      {
        code: 'BAD_USER_INPUT',
        field: ['input', 'phoneNumber'],
        message: expect.stringContaining('TWILIO_SCAN_LIMIT'),
      },
    ]);
    expect(quiet.twilio.seen.some(({ method }) => method === 'POST')).toBe(false);
  });
  test('that is not owned takes one Get and one POST', async () => {
    quiet.twilio.play(({ method }) => (method === 'GET' ? page('incoming_phone_numbers', []) : [201, owned]));
    const { data } = await quiet.server.ask(BUY());
    expect(data.it.incomingPhoneNumber).toEqual({
      sid: sid('PN'),
      capabilities: { voice: true, sms: true, mms: false, fax: null },
    });
    expect(quiet.twilio.seen.map(({ method }) => method)).toEqual(['GET', 'POST']);
  });
  test.each([
    ['without keys', '', '', ['BAD_USER_INPUT', undefined]],
    ['with one key', ', idempotencyKey: "buy-1"', ', idempotencyKey: "buy-1"', [undefined, undefined]],
    ['with two keys', ', idempotencyKey: "buy-2"', ', idempotencyKey: "buy-3"', ['BAD_USER_INPUT', undefined]],
  ])('twice at once buys it once: %s', async (_what, one, other, codes) => {
    let isOwned = false;
    quiet.twilio.play(({ method }) => {
      if (method === 'GET') return page('incoming_phone_numbers', isOwned ? [owned] : []);
      isOwned = true;
      return [201, owned];
    });
    const answers = await Promise.all([one, other].map((more) => quiet.server.ask(BUY(more))));
    expect(answers.map(({ data }) => data.it.userErrors[0]?.code).sort()).toEqual(codes);
    expect(quiet.twilio.seen.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
  test('again with the same key is answered as before', async () => {
    let isOwned = false;
    quiet.twilio.play(({ method, path: at }) => {
      if (method === 'GET') return at.includes('/PN') ? owned : page('incoming_phone_numbers', isOwned ? [owned] : []);
      isOwned = true;
      return [201, owned];
    });
    const [first, again] = [
      await quiet.server.ask(BUY(', idempotencyKey: "buy-4"')),
      await quiet.server.ask(BUY(', idempotencyKey: "buy-4"')),
    ];
    expect(again.data).toEqual(first.data);
    expect(again.data.it.incomingPhoneNumber.sid).toBe(sid('PN'));
    expect(quiet.twilio.seen.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
  test('overwrites when asked to', async () => {
    quiet.twilio.play(() => [201, owned]);
    const { errors } = await quiet.server.ask(BUY(', overwrite: true'));
    expect(errors).toEqual([]);
    expect(quiet.twilio.seen).toHaveLength(1);
  });
});

test('a 401 on the path of another account says nothing about the connection', async () => {
  const { twilio, server } = quiet;
  twilio.play(() => [200, { sid: ACCOUNT, status: 'active' }]);
  await server.ask('{ account { status } }');
  twilio.play(() => refusal(20003, 'Authenticate', 401));
  const { errors } = await server.ask(`{ call(sid: "${sid('CA')}", accountSid: "${sid('AC', 7)}") { sid } }`);
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  const health = await fetch(new URL('/health/ready', server.url));
  expect(health.status).toBe(200);
});

describe('a stalled upstream', () => {
  const READ = `{ call(sid: "${sid('CA', 99)}") { sid } }`;
  const stalled = () => {
    const held: { request: Seen; answer: (row: object) => void }[] = [];
    let came = () => {};
    const script =
      (request: Seen): Answer =>
      (response) => {
        held.push({ request, answer: (json) => response.end(JSON.stringify(json)) });
        came();
      };
    const arrivals = async (count: number) => {
      while (held.length < count)
        await new Promise<void>((resolve) => {
          came = resolve;
        });
    };
    return { held, script, arrivals };
  };
  test('clients that leave cause no new requests or connections', async () => {
    const { held, script, arrivals } = stalled();
    quiet.twilio.play(script);
    const clients = Array.from({ length: 8 }, (_, n) => {
      const leaving = new AbortController();
      const asked = quiet.server
        .ask(`{ call(sid: "${sid('CA', n + 1)}") { sid } }`, {}, leaving.signal)
        .catch(() => 'left');
      return { leaving, asked };
    });
    await arrivals(8);
    const connections = new Set(held.map(({ request }) => request.port));
    for (const { leaving } of clients) leaving.abort();
    await Promise.all(clients.map(({ asked }) => asked));
    // The next request is the proof that everything before it has settled.
    quiet.twilio.play(() => call(99));
    await quiet.server.ask(READ);
    expect(quiet.twilio.seen).toHaveLength(1);
    expect(connections.size).toBe(8);
  });
  test('32 clients with the same list share one transaction', async () => {
    const join = await clientsThatJoin(quiet.server, 31);
    const { held, script, arrivals } = stalled();
    quiet.twilio.play(script);
    const answers = Array.from({ length: 32 }, () => quiet.server.ask('{ calls(first: 50) { nodes { sid } } }'));
    await arrivals(1);
    await join();
    held[0]?.answer(page('calls', [call(1)]));
    for (const { data } of await Promise.all(answers)) expect(data.calls.nodes).toEqual([{ sid: sid('CA') }]);
    expect(quiet.twilio.seen).toHaveLength(1);
  });
});
