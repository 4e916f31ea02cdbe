/** Figures over whole lists, and scans of them: exact, told of, and never beyond the ceiling. */
import { describe, expect, test } from 'vitest';
import { serverWithStandIn } from '../support/hooks.ts';
import { calls, NUMBERS, TOTAL, twilioCalls } from '../support/randomCalls.ts';
import { page, path, sid } from '../support/rows.ts';
import { startAgainst } from '../support/server.ts';

const { twilio, server } = await serverWithStandIn();

describe('figures', () => {
  test('are exact, and cost with the rows no more than the rows alone', async () => {
    twilio.play(twilioCalls());
    const { data, errors } =
      await server.ask(`{ calls(first: 3, filter: { status: { eq: COMPLETED } }) { totalCount nodes { sid } aggregate {
      count sum(field: PRICE) avg(field: DURATION) min(field: DURATION) max(field: START_TIME) countBy(field: TO) { value count } } } }`);
    expect(errors).toEqual([]);
    const completed = calls.filter(({ status }) => status === 'completed');
    const prices = completed.flatMap(({ price }) => (price === null ? [] : [Math.round(Number(price) * 100_000)]));
    const durations = completed.flatMap(({ duration }) => (duration === null ? [] : [duration]));
    const { totalCount, nodes, aggregate } = data.calls;
    expect(totalCount).toBe(completed.length);
    expect(aggregate.count).toBe(completed.length);
    expect(nodes).toHaveLength(3);
    expect(Math.round(Number(aggregate.sum) * 100_000)).toBe(prices.reduce((a, b) => a + b, 0));
    expect(aggregate.sum).toMatch(/^-\d+\.\d{1,5}$/);
    expect(Number(aggregate.avg)).toBeCloseTo(durations.reduce((a, b) => a + b, 0) / durations.length, 9);
    expect(aggregate.min).toBe(Math.min(...durations));
    expect(aggregate.max).toBe(
      new Date(Math.max(...completed.map(({ startTime }) => startTime ?? 0))).toISOString().replace('.000', ''),
    );
    const counts = NUMBERS.map((value) => ({ value, count: completed.filter(({ to }) => to === value).length }));
    expect(aggregate.countBy).toEqual(expect.arrayContaining(counts));
    expect(twilio.seen).toHaveLength(Math.ceil(completed.length / 1000));
  });
  test('of nothing', async () => {
    twilio.play(() => page('calls', []));
    const { data } = await server.ask(
      '{ calls { totalCount aggregate { sum(field: PRICE) avg(field: PRICE) min(field: PRICE) countBy(field: STATUS) { count } } } }',
    );
    expect(data.calls).toEqual({ totalCount: 0, aggregate: { sum: '0', avg: null, min: null, countBy: [] } });
  });
  test('are over the whole list, wherever the part begins', async () => {
    twilio.play(twilioCalls());
    const before = await server.ask('{ calls(first: 10) { pageInfo { endCursor } } }');
    const { data } = await server.ask(
      `{ calls(first: 2, after: "${before.data.calls.pageInfo.endCursor}") { totalCount nodes { sid } } }`,
    );
    expect(data.calls).toEqual({ totalCount: TOTAL, nodes: [{ sid: sid('CA', 11) }, { sid: sid('CA', 12) }] });
  });
});

test('rows without identity are gone on with, also beside figures', async () => {
  const records = Array.from({ length: 7 }, (_, n) => ({ category: `c${n}`, price: String(n) }));
  twilio.play(({ query }) => {
    const from = Number(query.get('PageToken') ?? 0);
    const size = Number(query.get('PageSize'));
    return page(
      'usage_records',
      records.slice(from, from + size),
      from + size < 7 ? `${path('Usage/Records')}?PageSize=${size}&PageToken=${from + size}` : null,
    );
  });
  const parts = async (more: string) => {
    const { data } = await server.ask(
      `{ usageRecords(first: 3${more}) { totalCount nodes { category } pageInfo { endCursor } } }`,
    );
    return data.usageRecords;
  };
  const first = await parts('');
  const second = await parts(`, after: "${first.pageInfo.endCursor}"`);
  expect(second).toMatchObject({ totalCount: 7, nodes: [{ category: 'c3' }, { category: 'c4' }, { category: 'c5' }] });
});

describe('the ceiling', () => {
  test('is an error rather than a shorter answer', async () => {
    const small = await startAgainst(twilio.url, { TWILIO_SCAN_LIMIT: '2000' });
    twilio.play(twilioCalls());
    const { data, errors } = await small.ask(
      '{ calls(first: 10, filter: { from: { eq: "+19990000000" }, duration: { isNull: true } }) { nodes { sid } } }',
    );
    expect({ data, errors }).toMatchObject({ data: { calls: { nodes: [] } }, errors: [] });
    const far = await small.ask('{ calls(first: 10, filter: { duration: { gt: 100000 } }) { nodes { sid } } }');
    expect(far.data).toEqual({ calls: null });
    expect(far.errors[0]?.extensions.code).toBe('SCAN_LIMIT');
    expect(far.errors[0]?.message).toMatch(/^Read 2000 rows of Call, of which 0 match.*startTime/);
    expect(twilio.seen).toHaveLength(3);
    const total = await small.ask('{ calls { totalCount } }');
    expect(total.errors[0]?.extensions.code).toBe('SCAN_LIMIT');
    await small.close();
  });
  test('a scan that has found enough stops', async () => {
    twilio.play(twilioCalls());
    const { data } = await server.ask('{ calls(first: 5, filter: { duration: { lt: 300 } }) { nodes { sid } } }');
    expect(data.calls.nodes).toHaveLength(5);
    expect(twilio.seen).toHaveLength(1);
  });
});

test('the report says what was done', async () => {
  twilio.play(twilioCalls());
  const { text } = await server.ask(
    '{ calls(first: 10, filter: { status: { eq: BUSY }, startTime: { gte: "2026-10-01T00:00:00Z" }, duration: { gt: 5 } }) { nodes { sid } } }',
  );
  const { extensions } = JSON.parse(text);
  expect(extensions.lists).toEqual([
    {
      list: 'calls',
      pushedDown: ['StartTime>', 'Status'],
      rowsScanned: expect.any(Number),
      transactions: twilio.seen.length,
    },
  ]);
});
