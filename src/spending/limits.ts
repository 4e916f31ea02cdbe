/** Limits on what is sent: read from text such as `messages/day=100`, and turned into counters of the store. */
import type { Counter } from '../store/index.ts';

/** What is counted. `cost` is an estimate in US dollars. */
const countedKinds = ['messages', 'calls', 'verifications', 'numbers'] as const;
export type CountedKind = (typeof countedKinds)[number];
/** `destination`: the same number in one day. */
const windows = ['minute', 'day', 'destination'] as const;
type Window = (typeof windows)[number];

export interface SpendingLimit {
  readonly kind: CountedKind | 'cost';
  readonly window: Window;
  readonly most: number;
}

const FORM = /^(messages|calls|verifications|numbers|cost)\/(minute|day|destination)=(\d{1,9}(?:\.\d{1,4})?)$/;

/** Throws a RangeError that says what a limit looks like. */
export const parseLimit = (text: string): SpendingLimit => {
  const [, kind, window, most = ''] = FORM.exec(text) ?? [];
  if (!kind || !window)
    throw new RangeError(
      `${text} is not a limit. A limit is messages, calls, verifications, numbers or cost, then /minute, /day or ` +
        '/destination (a day to one number), and =; such as messages/day=100 or cost/day=20, in US dollars.',
    );
  return { kind: kind as SpendingLimit['kind'], window: window as Window, most: Number(most) };
};

/** The lowest of each kind and window: a send counts once. */
export const parseLimits = (texts: readonly string[]): readonly SpendingLimit[] => {
  const lowest = new Map<string, SpendingLimit>();
  for (const limit of texts.map(parseLimit)) {
    const name = `${limit.kind}/${limit.window}`;
    const other = lowest.get(name);
    if (!other || limit.most < other.most) lowest.set(name, limit);
  }
  return [...lowest.values()];
};

const limitText = ({ kind, window, most }: SpendingLimit): string => `${kind}/${window}=${most}`;

/** What a send to one recipient, or a paid read, adds to counters. */
export interface Expense {
  /** `undefined`: it only costs. */
  readonly kind: CountedKind | undefined;
  /** Hashed: counters hold nobody's number. */
  readonly destination: string | undefined;
  /** Estimate in US dollars. */
  readonly cost: number;
}

const LENGTHS_MS: Readonly<Record<Window, number>> = { minute: 60_000, day: 86_400_000, destination: 86_400_000 };

export interface LimitCounter extends Counter {
  readonly text: string;
}

/** The counters that a send has to be added to. `who` they belong to: a connection, or a key of it. */
export const countersOf = (
  limits: readonly SpendingLimit[],
  expenses: readonly Expense[],
  who: string,
  now = Date.now(),
): readonly LimitCounter[] => {
  const counters = new Map<string, LimitCounter>();
  for (const limit of limits)
    for (const expense of expenses) {
      const counter = counterOf(limit, expense, who, now);
      if (!counter) continue;
      const { amount = 0 } = counters.get(counter.id) ?? {};
      counters.set(counter.id, { ...counter, amount: amount + counter.amount });
    }
  return [...counters.values()];
};

const counterOf = (
  limit: SpendingLimit,
  { kind, destination, cost }: Expense,
  who: string,
  now: number,
): LimitCounter | undefined => {
  const isCost = limit.kind === 'cost';
  if ((!isCost && limit.kind !== kind) || (limit.window === 'destination' && destination === undefined))
    return undefined;
  const length = LENGTHS_MS[limit.window];
  const start = Math.floor(now / length) * length;
  const place = limit.window === 'destination' ? `to ${destination}` : limit.window;
  return {
    id: `spending/${who}/${limit.kind}/${place}/${start}`,
    limit: isCost ? unitsOf(limit.most) : limit.most,
    amount: isCost ? unitsOf(cost) : 1,
    // A write that was sent at the end of a window may be released later.
    expiresAt: start + 2 * length,
    text: limitText(limit),
  };
};

/** Whole hundredths of a cent: sums of fractions of a dollar would miss a limit that they reach. */
const unitsOf = (dollars: number): number => Math.round(dollars * 10_000);

/** Seconds until the window of a counter ends. */
export const waitOf = ({ expiresAt, text }: LimitCounter, now = Date.now()): number => {
  const length = LENGTHS_MS[parseLimit(text).window];
  return Math.max(1, Math.ceil((expiresAt - length - now) / 1000));
};
