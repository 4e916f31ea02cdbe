/** A descriptor's kinds at work: Twilio's JSON → what GraphQL shows, GraphQL's input → what the SDK takes. */
import { ApiError } from '../../errors.ts';
import type { Value } from '../../model/index.ts';

/** What an enum shows for a word that Twilio did not have when this release was made. */
export const UNRECOGNIZED = 'UNRECOGNIZED';

const unreadable = (name: string) =>
  new ApiError('UPSTREAM_UNREADABLE', `Twilio's value of ${name} cannot be read as what it should be.`);

const readJson = (raw: unknown): unknown => {
  if (typeof raw !== 'string') return raw;
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
};

const readers: Record<Value['scalar'], (raw: unknown, value: Value) => unknown> = {
  ID: String,
  String: (raw) => (typeof raw === 'object' ? JSON.stringify(raw) : String(raw)),
  URL: String,
  Int: (raw) => (Number.isInteger(Number(raw)) ? Number(raw) : undefined),
  Float: (raw) => (Number.isFinite(Number(raw)) ? Number(raw) : undefined),
  Boolean: (raw) => (typeof raw === 'boolean' ? raw : raw === 'true' ? true : raw === 'false' ? false : undefined),
  Decimal: (raw) => (/^[-+]?\d*\.?\d+(e[-+]?\d+)?$/i.test(String(raw)) ? String(raw) : undefined),
  DateTime: (raw) => {
    const moment = new Date(String(raw));
    return Number.isNaN(moment.getTime()) ? undefined : moment;
  },
  Date: (raw) => /^\d{4}-\d\d-\d\d/.exec(String(raw))?.[0] ?? dayOf(new Date(String(raw))),
  JSON: readJson,
  Enum: (raw, value) => (value.values?.includes(String(raw)) ? raw : UNRECOGNIZED),
};
const dayOf = (moment: Date) => (Number.isNaN(moment.getTime()) ? undefined : moment.toISOString().slice(0, 10));

/** Reads Twilio's JSON value by its kind. Absent, `null` and the empty string of a non-text are `null`. */
export const decode = (name: string, value: Value, raw: unknown): unknown => {
  if (raw === undefined || raw === null) return null;
  if (raw === '' && value.scalar !== 'String') return null;
  if (value.many) return Array.isArray(raw) ? raw.map((each) => decode(name, { ...value, many: false }, each)) : null;
  const read = readers[value.scalar](raw, value);
  if (read === undefined) throw unreadable(name);
  return read;
};

/** Twilio's form of a moment: UTC, whole seconds. */
export const isoSeconds = (moment: Date): string => `${moment.toISOString().slice(0, -'.000Z'.length)}Z`;

/** Turns a GraphQL input into what the SDK's method takes. */
export const encode = (value: Value, input: unknown): unknown => {
  if (Array.isArray(input) && value.many) return input.map((each) => encode({ ...value, many: false }, each));
  if (input instanceof Date) return isoSeconds(input);
  if (input instanceof URL) return input.href;
  if (value.scalar === 'JSON' && typeof input !== 'string') return JSON.stringify(input);
  return input;
};
