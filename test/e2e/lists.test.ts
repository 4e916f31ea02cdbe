/** Connections over Twilio's pages: which pages are read, how a cursor resumes, and what it can never do. */
import { beforeEach, describe, expect, test } from 'vitest';
import { serverWithStandIn } from '../support/hooks.ts';
import { call, page, path, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst } from '../support/server.ts';
import type { Seen } from '../support/standIn.ts';

const { twilio, server } = await serverWithStandIn();

const TOTAL = 130;
const all = Array.from({ length: TOTAL }, (_, i) => sid('CA', i + 1));
/** Pages as Twilio has them: a token names where the page begins. */
const pages =
  (most = 1000, host = '') =>
  ({ query }: Seen) => {
    const size = Math.min(Number(query.get('PageSize') ?? 50), most);
    const from = Number(query.get('PageToken')?.slice(2) ?? 0);
    const rows = all.slice(from, from + size).map((_, i) => call(from + i + 1));
    const end = from + rows.length;
    const next = `${host}${path('Calls')}?PageSize=${size}&Page=1&PageToken=PA${end}`;
    return page('calls', rows, end < TOTAL ? next : null);
  };
beforeEach(() => twilio.play(pages()));

interface Part {
  nodes: { sid: string }[];
  edges: { cursor: string; node: { sid: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}
const read = async (args: string, on = server) => {
  const { data, errors } = await on.ask(
    `{ calls(${args}) { nodes { sid } edges { cursor node { sid } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
  );
  return { list: data?.calls as Part, errors };
};
const sids = (part: Part) => part.nodes.map((node) => node.sid);

test.each([1, 7, 50, 129, 130, 1000])('the parts of %i make the whole, without a duplicate or a gap', async (first) => {
  const seen: string[] = [];
  let after = '';
  for (;;) {
    const { list } = await read(`first: ${first}${after && `, after: "${after}"`}`);
    seen.push(...sids(list));
    if (!list.pageInfo.hasNextPage) break;
    after = list.pageInfo.endCursor;
  }
  expect(seen).toEqual(all);
  expect(twilio.seen).toHaveLength(Math.ceil(TOTAL / first));
});

test('up to a page of Twilio is one request of just that size', async () => {
  await read('first: 20');
  expect(twilio.seen.map(({ query }) => query.get('PageSize'))).toEqual(['20']);
});

test('pages smaller than asked for are followed, and no further than needed', async () => {
  twilio.play(pages(40));
  const { list } = await read('first: 100');
  expect(sids(list)).toEqual(all.slice(0, 100));
  expect(twilio.seen).toHaveLength(3);
  const rest = await read(`first: 100, after: "${list.pageInfo.endCursor}"`);
  expect(sids(rest.list)).toEqual(all.slice(100));
  expect(rest.list.pageInfo.hasNextPage).toBe(false);
});

test('a next page named by its whole address keeps to the upstream', async () => {
  twilio.play(pages(40, 'https://api.twilio.com'));
  const { list } = await read('first: 80');
  expect(sids(list)).toEqual(all.slice(0, 80));
  expect(twilio.seen[1]?.headers.host).toBe('api.twilio.com');
});

test("any row's cursor resumes behind it, in the middle of a page", async () => {
  const { list } = await read('first: 30');
  const cursor = list.edges[11]?.cursor;
  const { list: rest } = await read(`first: 5, after: "${cursor}"`);
  expect(sids(rest)).toEqual(all.slice(12, 17));
  expect(rest.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
});

test('rows that arrive meanwhile are not shown twice', async () => {
  const { list } = await read('first: 30');
  const cursor = list.edges[9]?.cursor;
  twilio.play(() => page('calls', [call(900), call(901), ...Array.from({ length: 28 }, (_, i) => call(i + 1))]));
  const { list: rest } = await read(`first: 3, after: "${cursor}"`);
  expect(sids(rest)).toEqual(all.slice(10, 13));
});

test('the same cursor is read by another server with the same credentials', async () => {
  const other = await startAgainst(twilio.url);
  const { list } = await read('first: 10');
  const { list: rest } = await read(`first: 2, after: "${list.pageInfo.endCursor}"`, other);
  expect(sids(rest)).toEqual(all.slice(10, 12));
  await other.close();
});

describe('refused without a request', () => {
  const refused = async (args: string, on = server) => {
    twilio.seen.length = 0;
    const { errors } = await read(args, on);
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    expect(twilio.seen).toHaveLength(0);
  };
  test('an edited cursor', async () => {
    const { list } = await read('first: 10');
    const cursor = list.pageInfo.endCursor;
    for (const at of [0, 5, 22, cursor.length - 2]) {
      const other = cursor[at] === 'A' ? 'B' : 'A';
      await refused(`first: 10, after: "${cursor.slice(0, at)}${other}${cursor.slice(at + 1)}"`);
    }
    await refused(`first: 10, after: "${cursor}="`);
    await refused('first: 10, after: ""');
    await refused('first: 10, after: "hello"');
  });
  test('a cursor forged to call another address', async () => {
    const forged = [Buffer.alloc(16), Buffer.from(JSON.stringify(['https://evil.example/', 10, 0, '']))];
    await refused(`first: 10, after: "${Buffer.concat(forged).toString('base64url')}"`);
  });
  test('a cursor of other arguments, of another list and of another account', async () => {
    const { list } = await read('first: 10');
    const after = list.pageInfo.endCursor;
    await refused(`first: 10, after: "${after}", filter: { status: { eq: BUSY } }`);
    await refused(`first: 10, after: "${after}", accountSid: "AC${'b'.repeat(32)}"`);
    const { errors } = await server.ask(`{ messages(after: "${after}") { nodes { sid } } }`);
    expect(errors[0]?.extensions.argument).toBe('after');
    const other = await startAgainst(twilio.url, { TWILIO_AUTH_TOKEN: 'e'.repeat(32) });
    await refused(`first: 10, after: "${after}"`, other);
    await other.close();
  });
  test.each([0, -1, 1001, 2_000_000])('first: %i', async (first) => {
    twilio.seen.length = 0;
    const { errors } = await read(`first: ${first}`);
    expect(errors[0]).toMatchObject({
      message: 'first: must be from 1 to 1000',
      extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
    });
    expect(twilio.seen).toHaveLength(0);
  });
});

test.each([
  'https://evil.example/x',
  '//evil.example/x',
  'http://127.0.0.1:1/x',
  'https://api.twilio.com.evil.example/x',
  // The same list elsewhere.
  ...['https://verify.twilio.com', 'http://api.twilio.com', 'https://api.twilio.com:444', 'https://evil.example'].map(
    (origin) => `${origin}${path('Calls')}?Page=1`,
  ),
])('a next page at %s is never called', async (next) => {
  twilio.play(() => page('calls', [call(1)], next));
  const { errors } = await read('first: 10');
  expect(errors[0]?.extensions.code).toBe('UPSTREAM_UNREADABLE');
  expect(twilio.seen).toHaveLength(1);
});

describe('filters', () => {
  test('go out as parameters of Twilio', async () => {
    await read(
      `first: 5, filter: { status: { eq: IN_PROGRESS }, to: { eq: "+15550100002" }, parentCallSid: { eq: "${sid('CA')}" } }`,
    );
    expect(Object.fromEntries(twilio.seen[0]?.query ?? [])).toEqual({
      Status: 'in-progress',
      To: '+15550100002',
      ParentCallSid: sid('CA'),
      PageSize: '5',
    });
  });
  test('a range goes out a second wider and is exact here', async () => {
    const at = (second: number) => `Fri, 20 Nov 2026 10:00:0${second} +0000`;
    const rows = [4, 3, 2, 1].map((second) => call(second, { start_time: at(second) }));
    twilio.play(() => page('calls', [...rows, call(9, { start_time: null })]));
    const { list } = await read(
      'first: 10, filter: { startTime: { gt: "2026-11-20T10:00:01Z", lte: "2026-11-20T10:00:03Z" } }',
    );
    expect(sids(list)).toEqual([sid('CA', 3), sid('CA', 2)]);
    expect(twilio.seen[0]?.query.get('StartTime>')).toBe('2026-11-20T10:00:00Z');
    expect(twilio.seen[0]?.query.get('StartTime<')).toBe('2026-11-20T10:00:04Z');
  });
  test('whole days go out where Twilio compares days', async () => {
    const conference = (n: number, hour: string) => ({
      sid: sid('CF', n),
      account_sid: ACCOUNT,
      date_created: `Fri, 20 Nov 2026 ${hour}:00:00 +0000`,
    });
    twilio.play(() => page('conferences', [conference(3, '15'), conference(2, '12'), conference(1, '09')]));
    const { data } = await server.ask(
      '{ conferences(filter: { dateCreated: { gte: "2026-11-20T12:00:00Z" } }) { nodes { sid } } }',
    );
    expect(data.conferences.nodes).toEqual([{ sid: sid('CF', 3) }, { sid: sid('CF', 2) }]);
    expect(twilio.seen[0]?.query.get('DateCreated>')).toBe('2026-11-19');
  });
  test('a relation and a filter of the same field hold together', async () => {
    twilio.play(({ path: at }) =>
      at.endsWith('Calls.json') ? page('calls', [call(2, { parent_call_sid: sid('CA') })]) : call(1),
    );
    const { data } = await server.ask(
      `{ call(sid: "${sid('CA')}") { childCalls(filter: { parentCallSid: { eq: "${sid('CA', 5)}" } }) { nodes { sid } } } }`,
    );
    expect(data.call.childCalls.nodes).toEqual([]);
  });
  test.each([
    ['{ status: {} }', 'filter.status'],
    ['{ status: null }', 'filter.status'],
    ['{ status: { eq: null } }', 'filter.status.eq'],
    ['{ status: { eq: UNRECOGNIZED } }', 'filter.status.eq'],
    ['{ parentCallSid: { eq: "nope" } }', 'filter.parentCallSid.eq'],
  ])('%s is refused without a request', async (filter, argument) => {
    const { errors } = await read(`first: 5, filter: ${filter}`);
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(twilio.seen).toHaveLength(0);
  });
});
