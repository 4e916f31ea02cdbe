/** A descriptor's kinds at work: Twilio's JSON → what GraphQL shows, GraphQL's input → what the SDK takes. */
import { ApiError } from '../../errors.ts';
import { parseExactly } from '../../json/index.ts';
import { snakeCase, type Value, type Wire } from '../../model/index.ts';
import { momentIn } from './moments.ts';

/** What an enum shows for a word that Twilio did not have when this release was made. */
export const UNRECOGNIZED = 'UNRECOGNIZED';

/** The error of a value that is not of its field's kind. */
export const unreadableValue = (name: string) =>
  new ApiError('UPSTREAM_UNREADABLE', `Twilio's value of ${name} cannot be read as what it should be.`);

/** The error of a field that Twilio guarantees and did not send. */
export const missing = (name: string) =>
  new ApiError('UPSTREAM_UNREADABLE', `Twilio sent no value for ${name}, which always has one.`);

/** What Twilio sends as JSON or as a text of it. A text that is no object or list is a text: "123" is no number. */
const parsed = (raw: unknown): unknown => {
  if (typeof raw !== 'string' || !OPENS.test(raw)) return raw;
  try {
    return parseExactly(raw);
  } catch {
    return raw;
  }
};
const OPENS = /^\s*[[{]/;

/** Deeper JSON could not be written into an answer without exhausting the stack. */
const MAX_DEPTH = 500;
/** Whether JSON is shown as what it is. A number that is too large for JavaScript is infinite: it would become null. */
const isShowable = (json: unknown, depth = 0): boolean => {
  if (typeof json === 'number') return Number.isFinite(json);
  if (typeof json !== 'object' || json === null) return true;
  return depth < MAX_DEPTH && Object.values(json).every((each) => isShowable(each, depth + 1));
};
const readJson = (raw: unknown): unknown => {
  const json = parsed(raw);
  return isShowable(json) ? json : undefined;
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
  const json = parsed(raw);
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

/** A text, or a number that stands for one. A list or an object is neither, although JavaScript has a text for it. */
const isText = (raw: unknown): raw is string | number => typeof raw === 'string' || Number.isFinite(raw);

const readText = (raw: unknown): string | undefined => {
  if (typeof raw === 'object') return isShowable(raw) ? JSON.stringify(raw) : undefined;
  return typeof raw === 'number' && !Number.isFinite(raw) ? undefined : String(raw);
};

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** Whether a text is a whole number in plain digits; 3.00 is one, 0x10 and 1e3 are not. */
const isPlainWhole = (text: string): boolean => {
  let at = text[0] === '-' || text[0] === '+' ? 1 : 0;
  const from = at;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at === from) return false;
  return at === text.length || /^\.0+$/.test(text.slice(at));
};
/** A number, or a text that is one in digits; `NaN` for anything else, such as an empty list. */
const wholeIn = (raw: unknown): number =>
  typeof raw === 'number' || (typeof raw === 'string' && isPlainWhole(raw)) ? Number(raw) : Number.NaN;
const floatIn = (raw: unknown): number =>
  typeof raw === 'number' || (typeof raw === 'string' && isDecimal(raw)) ? Number(raw) : Number.NaN;

const readers: Record<Value['scalar'], (raw: unknown, value: Value, style: Style) => unknown> = {
  ID: (raw) => (isText(raw) ? String(raw) : undefined),
  String: readText,
  URL: (raw) => (isText(raw) ? String(raw) : undefined),
  Int: (raw) => {
    const whole = wholeIn(raw);
    return isInt32(whole) ? whole : undefined;
  },
  Float: (raw) => {
    const float = floatIn(raw);
    return Number.isFinite(float) ? float : undefined;
  },
  Boolean: (raw) => (typeof raw === 'boolean' ? raw : raw === 'true' ? true : raw === 'false' ? false : undefined),
  Decimal: (raw) => (isText(raw) && isDecimal(String(raw)) ? String(raw) : undefined),
  Long: (raw) => (isText(raw) && /^-?\d{1,19}$/.test(String(raw)) ? String(raw) : undefined),
  DateTime: (raw) => momentIn(raw),
  Date: (raw) => {
    const moment = momentIn(raw);
    if (!moment) return undefined;
    return ISO_DAY.exec(raw as string)?.[0] ?? moment.toISOString().slice(0, 10);
  },
  JSON: readJson,
  Object: readObject,
  Enum: (raw, value) => {
    // Lists are filtered and merged by such words: one that is none is a new word, and not the end of the list.
    return typeof raw !== 'object' && value.values?.includes(String(raw)) ? String(raw) : UNRECOGNIZED;
  },
};
/** GraphQL's Int has 32 bits; a field that needs more is a `Decimal`. */
const isInt32 = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 2 ** 31;
/** Bounded in length and exponent: a short text such as `1e999999999` would otherwise be a sum of a billion digits. */
const isDecimal = (text: string): boolean => text.length <= 60 && /^[-+]?\d*\.?\d+(e[-+]?\d\d?)?$/i.test(text);
/** A day is the one that Twilio wrote, whatever the zone. */
const ISO_DAY = /^\d{4}-\d\d-\d\d/;

/** Reads Twilio's JSON value by its kind. Absent, `null` and the empty string of a non-text are `null`. */
export const decode = (name: string, value: Value, raw: unknown, style: Style = 'snake'): unknown => {
  if (raw === undefined || raw === null) return null;
  if (raw === '' && value.scalar !== 'String') return null;
  if (value.many) return readList(name, value, raw, style);
  const read = readers[value.scalar](raw, value, style);
  if (read === undefined) throw unreadableValue(name);
  return read;
};

const readList = (name: string, value: Value, raw: unknown, style: Style): unknown => {
  if (raw === '') return null;
  const list = parsed(raw);
  if (!Array.isArray(list)) throw unreadableValue(name);
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
