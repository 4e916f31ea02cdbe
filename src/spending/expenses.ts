/**
 * What a send counts as, and a rough estimate of its price. The estimates are constants of this file, rounded up from
 * Twilio's public list prices of 2026 for one segment, a call of ten minutes, one verification and a month of a number.
 * They leave out most of what prices depend on: they bound a day's damage, and are no bill.
 */
import { type Entity, productName, typeName } from '../model/index.ts';
import type { CountedKind, Expense } from './limits.ts';

/** US dollars, in North America and elsewhere. */
const ESTIMATES: Readonly<Record<CountedKind | 'other', readonly [near: number, far: number]>> = {
  messages: [0.01, 0.15],
  calls: [0.15, 1.5],
  verifications: [0.06, 0.2],
  numbers: [2.5, 20],
  other: [0.05, 0.05],
};
const NEAR: ReadonlySet<string> = new Set(['US', 'CA']);
const CALLS: ReadonlySet<string> = new Set(['Call', 'Participant', 'ConferenceParticipant', 'ValidationRequest']);
const SEGMENT = 153;

const kindOf = (entity: Entity): CountedKind | undefined => {
  const type = typeName(entity);
  if (CALLS.has(type)) return 'calls';
  if (type === 'IncomingPhoneNumber') return 'numbers';
  if (productName(entity).startsWith('verify.')) return 'verifications';
  return type.endsWith('Message') || entity.create?.body !== undefined ? 'messages' : undefined;
};

/** The estimate that is worth showing; `undefined` without a known kind of send and its country. */
export const shownPrice = (entity: Entity, country: string | undefined, segments: number | undefined) => {
  const kind = kindOf(entity);
  if (kind === undefined || country === undefined) return undefined;
  const [near, far] = ESTIMATES[kind];
  const parts = kind === 'messages' ? segments : 1;
  return parts === undefined ? undefined : (NEAR.has(country) ? near : far) * parts;
};

/** `country`: of the destination; `undefined` if none is known. */
export const expenseOf = (
  entity: Entity,
  input: Readonly<Record<string, unknown>>,
  country: string | undefined,
): Omit<Expense, 'destination'> => {
  const kind = kindOf(entity);
  const [near, far] = ESTIMATES[kind ?? 'other'];
  const each = country === undefined || NEAR.has(country) ? near : far;
  const parts =
    kind === 'messages' && typeof input.body === 'string' ? Math.max(1, Math.ceil(input.body.length / SEGMENT)) : 1;
  return { kind, cost: each * parts };
};
