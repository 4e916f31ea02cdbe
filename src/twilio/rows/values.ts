/** A descriptor's kinds at work: Twilio's JSON → what GraphQL shows, GraphQL's input → what the SDK takes. */
import { ApiError } from '../../errors.ts';
import { snakeCase, type Value, type Wire } from '../../model/index.ts';

/** What an enum shows for a word that Twilio did not have when this release was made. */
export const UNRECOGNIZED = 'UNRECOGNIZED';

const unreadable = (name: string) =>
  new ApiError('UPSTREAM_UNREADABLE', `Twilio's value of ${name} cannot be read as what it should be.`);

/** The error of a field that Twilio guarantees and did not send. */
export const missing = (name: string) =>
  new ApiError('UPSTREAM_UNREADABLE', `Twilio sent no value for ${name}, which always has one.`);

const readJson = (raw: unknown): unknown => {
  if (typeof raw !== 'string') return raw;
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
};

/** How names are written in JSON. */
type Style = Wire['json'];

const namesOf = ({ object }: Value, style: Style): readonly (readonly [name: string, theirs: string, value: Value])[] =>
  Object.entries(object?.fields ?? {}).map(([name, value]) => [
    name,
    value.jsonName ?? (style === 'camel' ? (value.sdkName ?? name) : snakeCase(value.sdkName ?? name)),
    value,
  ]);

const readObject = (raw: unknown, value: Value, style: Style): unknown => {
  const json = readJson(raw);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const given = json as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    // Twilio writes the names of some in capitals.
    namesOf(value, style).map(([name, theirs, each]) => [
      name,
      decode(name, each, given[theirs] ?? given[theirs.toUpperCase()], style),
    ]),
  );
};

const isText = (raw: unknown): boolean => typeof raw === 'string' || typeof raw === 'number';
/** A number, or a text that is one; `NaN` for anything else, such as an empty list. */
const numberOf = (raw: unknown): number => (isText(raw) && String(raw).trim() !== '' ? Number(raw) : Number.NaN);
/** A moment. Twilio always sends it as a text. */
const momentOf = (raw: unknown): Date => new Date(typeof raw === 'string' ? raw : Number.NaN);

const readers: Record<Value['scalar'], (raw: unknown, value: Value, style: Style) => unknown> = {
  ID: (raw) => (isText(raw) ? String(raw) : undefined),
  String: (raw) => (typeof raw === 'object' ? JSON.stringify(raw) : String(raw)),
  URL: (raw) => (isText(raw) ? String(raw) : undefined),
  Int: (raw) => (isInt32(numberOf(raw)) ? Number(raw) : undefined),
  Float: (raw) => (Number.isFinite(numberOf(raw)) ? Number(raw) : undefined),
  Boolean: (raw) => (typeof raw === 'boolean' ? raw : raw === 'true' ? true : raw === 'false' ? false : undefined),
  Decimal: (raw) => (isDecimal(String(raw)) ? String(raw) : undefined),
  Long: (raw) => (/^-?\d{1,19}$/.test(String(raw)) ? String(raw) : undefined),
  DateTime: (raw) => {
    const moment = momentOf(raw);
    return Number.isNaN(moment.getTime()) ? undefined : moment;
  },
  Date: (raw) => /^\d{4}-\d\d-\d\d/.exec(String(raw))?.[0] ?? dayOf(momentOf(raw)),
  JSON: readJson,
  Object: readObject,
  Enum: (raw, value) => (value.values?.includes(String(raw)) ? raw : UNRECOGNIZED),
};
/** GraphQL's Int has 32 bits; a field that needs more is a `Decimal`. */
const isInt32 = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 2 ** 31;
/** Bounded in length and exponent: a short text such as `1e999999999` would otherwise be a sum of a billion digits. */
const isDecimal = (text: string): boolean => text.length <= 60 && /^[-+]?\d*\.?\d+(e[-+]?\d\d?)?$/i.test(text);
const dayOf = (moment: Date) => (Number.isNaN(moment.getTime()) ? undefined : moment.toISOString().slice(0, 10));

/** Reads Twilio's JSON value by its kind. Absent, `null` and the empty string of a non-text are `null`. */
export const decode = (name: string, value: Value, raw: unknown, style: Style = 'snake'): unknown => {
  if (raw === undefined || raw === null) return null;
  if (raw === '' && value.scalar !== 'String') return null;
  if (value.many) return readList(name, value, raw, style);
  const read = readers[value.scalar](raw, value, style);
  if (read === undefined) throw unreadable(name);
  return read;
};

const readList = (name: string, value: Value, raw: unknown, style: Style): unknown => {
  if (raw === '') return null;
  const list = readJson(raw);
  if (!Array.isArray(list)) throw unreadable(name);
  // Lists have no nulls in GraphQL; one of Twilio's says nothing.
  return list.map((each) => decode(name, { ...value, many: false }, each, style)).filter((each) => each !== null);
};

const twoDigits = (n: number): string => String(n).padStart(2, '0');
const MINUTES: readonly string[] = Array.from(
  { length: 1440 },
  (_, n) => `${twoDigits((n / 60) | 0)}:${twoDigits(n % 60)}:`,
);
const SECONDS: readonly string[] = Array.from({ length: 60 }, (_, n) => `${twoDigits(n)}Z`);
const DAY_SECONDS = 86_400;
/** The last one that was written: the rows of a list often share theirs. */
const lastDay = { number: Number.NaN, text: '' };

/** Twilio's form of a moment: UTC, whole seconds. `toISOString` alone takes three times as long. */
export const isoSeconds = (moment: Date): string => {
  const seconds = Math.floor(moment.getTime() / 1000);
  const day = Math.floor(seconds / DAY_SECONDS);
  if (day !== lastDay.number) {
    const iso = moment.toISOString();
    lastDay.text = iso.slice(0, iso.indexOf('T') + 1);
    lastDay.number = day;
  }
  const second = seconds - day * DAY_SECONDS;
  return `${lastDay.text}${MINUTES[Math.floor(second / 60)]}${SECONDS[second % 60]}`;
};

/** Turns a GraphQL input into what the SDK takes as a parameter of a form or a query. */
export const encode = (value: Value, input: unknown, style: Style = 'snake'): unknown => {
  if (Array.isArray(input) && value.many) return input.map((each) => encode({ ...value, many: false }, each, style));
  if (input instanceof Date) return isoSeconds(input);
  if (input instanceof URL) return input.href;
  if (value.scalar === 'Object') return JSON.stringify(encodeJson(value, input, style));
  if (value.scalar === 'JSON' && typeof input !== 'string') return JSON.stringify(input);
  return input;
};

/** Turns a GraphQL input into a value of a JSON body: numbers, booleans, lists and objects stay what they are. */
export const encodeJson = (value: Value, input: unknown, style: Style): unknown => {
  if (Array.isArray(input) && value.many)
    return input.map((each) => encodeJson({ ...value, many: false }, each, style));
  if (input instanceof Date) return isoSeconds(input);
  if (input instanceof URL) return input.href;
  if (value.scalar === 'Long' && Number.isSafeInteger(Number(input))) return Number(input);
  if (value.scalar !== 'Object' || typeof input !== 'object' || input === null) return input;
  const given = input as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    namesOf(value, style).flatMap(([name, theirs, each]) =>
      given[name] === undefined ? [] : [[theirs, encodeJson(each, given[name], style)]],
    ),
  );
};
