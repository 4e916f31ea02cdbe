/** Random calls, a Twilio that has them, and filters and orders over them read by brute force. */
import { type Chance, chance } from './chance.ts';
import { call, page, path, sid } from './rows.ts';
import type { Seen } from './standIn.ts';

export interface Call {
  readonly sid: string;
  readonly parentCallSid: string | null;
  readonly status: string;
  readonly from: string;
  readonly to: string;
  readonly duration: number | null;
  readonly price: string | null;
  /** Milliseconds. */
  readonly startTime: number | null;
}
const STATUSES = ['completed', 'busy', 'no-answer', 'failed'];
export const NUMBERS = ['+15550100001', '+15550100002', '+15550100003', 'client:ada', 'sip:b.b(o)+*@x.example'];
const FIRST = Date.UTC(2026, 9, 1);
export const TOTAL = 2600;

const draw = chance(20261122);
export const calls: readonly Call[] = Array.from({ length: TOTAL }, (_, i) => ({
  sid: sid('CA', i + 1),
  parentCallSid: draw.below(4) === 0 ? sid('CA', draw.below(20)) : null,
  status: draw.pick(STATUSES),
  from: draw.pick(NUMBERS),
  to: draw.pick(NUMBERS),
  duration: draw.below(10) === 0 ? null : draw.below(600),
  price: draw.below(5) === 0 ? null : `-0.0${draw.below(99).toString().padStart(2, '0')}50`,
  startTime: draw.below(30) === 0 ? null : FIRST + Math.floor(((TOTAL - i) * 40 * 86_400_000) / TOTAL / 1000) * 1000,
}));
const rfc = (moment: number | null) => moment && new Date(moment).toUTCString().replace('GMT', '+0000');
export const rows = calls.map((one, i) =>
  call(i + 1, {
    parent_call_sid: one.parentCallSid,
    status: one.status,
    from: one.from,
    to: one.to,
    duration: one.duration === null ? null : String(one.duration),
    price: one.price,
    start_time: rfc(one.startTime),
  }),
);

/** What Twilio itself would answer to these parameters: bounds inclusive or not, as it likes. */
export const known = (query: URLSearchParams, inclusive: boolean): number[] =>
  calls.flatMap((one, i) => {
    const equal = [
      ['To', one.to],
      ['From', one.from],
      ['Status', one.status],
      ['ParentCallSid', one.parentCallSid],
    ] as const;
    if (equal.some(([name, value]) => query.has(name) && query.get(name) !== value)) return [];
    const bound = (name: string) => (query.has(name) ? Date.parse(query.get(name) ?? '') : undefined);
    const at = one.startTime;
    const [after, before] = [bound('StartTime>'), bound('StartTime<')];
    if ((after !== undefined || before !== undefined) && at === null) return [];
    if (after !== undefined && at !== null && !(at > after || (inclusive && at === after))) return [];
    if (before !== undefined && at !== null && !(at < before || (inclusive && at === before))) return [];
    return [i];
  });
export const twilioCalls =
  (inclusive = true) =>
  ({ query }: Seen) => {
    const matching = known(query, inclusive);
    const size = Number(query.get('PageSize') ?? 50);
    const from = Number(query.get('PageToken') ?? 0);
    const next = new URLSearchParams(query);
    next.set('PageToken', String(from + size));
    const more = from + size < matching.length;
    return page(
      'calls',
      matching.slice(from, from + size).map((i) => rows[i] ?? {}),
      more ? `${path('Calls')}?${next}` : null,
    );
  };

type Filter = Record<string, unknown>;
export type Test = (one: Call) => boolean;
const enumName = (status: string) => status.toUpperCase().replace('-', '_');

/** A comparator of one field with its meaning, said a second time and independently. */
export const comparator = (random: Chance): { filter: Filter; test: Test } => {
  const moment = FIRST + random.below(40 * 86_400) * 1000;
  const iso = (at: number) => new Date(at).toISOString();
  const text = random.pick(['+1', 'ada', '.', '(o)+*', '01', '*', 'x.example', '']);
  const [a, b] = [random.below(600), random.below(600)];
  const price = `-0.0${random.below(99)}5`;
  const [one, two] = [random.pick(STATUSES), random.pick(STATUSES)];
  const choices: { filter: Filter; test: Test }[] = [
    { filter: { status: { eq: enumName(one) } }, test: (it) => it.status === one },
    {
      filter: { status: { in: [enumName(one), enumName(two)] } },
      test: (it) => it.status === one || it.status === two,
    },
    { filter: { status: { ne: enumName(one) } }, test: (it) => it.status !== one },
    { filter: { to: { eq: NUMBERS[0] } }, test: (it) => it.to === NUMBERS[0] },
    { filter: { from: { notIn: NUMBERS.slice(1, 3) } }, test: (it) => !NUMBERS.slice(1, 3).includes(it.from) },
    { filter: { from: { contains: text } }, test: (it) => it.from.indexOf(text) >= 0 },
    { filter: { to: { startsWith: text } }, test: (it) => it.to.slice(0, text.length) === text },
    { filter: { to: { endsWith: text } }, test: (it) => it.to.slice(it.to.length - text.length) === text },
    {
      filter: { duration: { gte: Math.min(a, b), lt: Math.max(a, b) + 1 } },
      test: (it) => it.duration !== null && it.duration >= Math.min(a, b) && it.duration <= Math.max(a, b),
    },
    { filter: { duration: { isNull: true } }, test: (it) => it.duration === null },
    { filter: { price: { lt: price } }, test: (it) => it.price !== null && Number(it.price) < Number(price) },
    { filter: { price: { isNull: true } }, test: (it) => it.price === null },
    { filter: { startTime: { isNull: false } }, test: (it) => it.startTime !== null },
    {
      filter: { price: { in: [price, calls[a]?.price ?? price] } },
      test: (it) =>
        it.price !== null && [price, calls[a]?.price ?? price].some((one) => Number(one) === Number(it.price)),
    },
    { filter: { parentCallSid: { isNull: false } }, test: (it) => it.parentCallSid !== null },
    { filter: { parentCallSid: { eq: sid('CA', a % 20) } }, test: (it) => it.parentCallSid === sid('CA', a % 20) },
    { filter: { startTime: { gt: iso(moment) } }, test: (it) => it.startTime !== null && it.startTime > moment },
    {
      filter: { startTime: { gte: iso(moment), lte: iso(moment + 5 * 86_400_000) } },
      test: (it) => it.startTime !== null && it.startTime >= moment && it.startTime <= moment + 5 * 86_400_000,
    },
    {
      filter: { startTime: { lt: iso(calls[a]?.startTime ?? moment) } },
      test: (it) => it.startTime !== null && it.startTime < (calls[a]?.startTime ?? moment),
    },
    {
      filter: { startTime: { eq: iso(calls[b]?.startTime ?? moment) } },
      test: (it) => it.startTime === (calls[b]?.startTime ?? moment),
    },
  ];
  return random.pick(choices);
};
export const filterOf = (random: Chance, depth = 0): { filter: Filter; test: Test } => {
  const kind = random.below(depth < 2 ? 6 : 3);
  if (kind < 3) return comparator(random);
  const parts = [filterOf(random, depth + 1), filterOf(random, depth + 1)];
  const filters = parts.map(({ filter }) => filter);
  if (kind === 3) return { filter: { and: filters }, test: (one) => parts.every((part) => part.test(one)) };
  if (kind === 4) return { filter: { or: filters }, test: (one) => parts.some((part) => part.test(one)) };
  return { filter: { not: filters[0] }, test: (one) => !parts[0]?.test(one) };
};

type Key = 'DURATION' | 'PRICE' | 'START_TIME' | 'STATUS';
const sortValue: Record<Key, (one: Call) => string | number | null> = {
  DURATION: (one) => one.duration,
  PRICE: (one) => (one.price === null ? null : Number(one.price)),
  START_TIME: (one) => one.startTime,
  STATUS: (one) => one.status,
};
export interface Order {
  readonly field: Key;
  readonly direction: 'ASC' | 'DESC';
}
export const inOrder = (list: readonly Call[], orders: readonly Order[]): Call[] =>
  [...list].sort((left, right) => {
    for (const { field, direction } of orders) {
      const [a, b] = [sortValue[field](left), sortValue[field](right)];
      if (a === b) continue;
      const ascending = a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
      return direction === 'ASC' ? ascending : -ascending;
    }
    return 0;
  });
