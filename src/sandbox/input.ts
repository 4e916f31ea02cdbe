/** Parses request parameters into values, by the types of the descriptor. */
import { pascalCase, type Scalar, type Value } from '../model/index.ts';
import { invalid, TwilioError } from './errors.ts';
import { memberOf, textsOf } from './parameters.ts';
import type { Values } from './store.ts';

/** Twilio's own error code and message for a missing or invalid input. */
export type Codes = Readonly<Record<string, readonly [code: number, message: string]>>;

const same = (text: string) => text;
const numeric = (text: string) => (/^[-+]?\d*\.?\d+$/.test(text) ? text : undefined);
/** Parsers by scalar; `undefined` if the text is not valid. */
const readers: Record<Scalar, (text: string, value: Value) => unknown> = {
  ID: same,
  String: same,
  JSON: same,
  Object: same,
  URL: (text) => (URL.canParse(text) ? text : undefined),
  Int: (text) => (/^-?\d+$/.test(text) ? Number(text) : undefined),
  Float: (text) => numeric(text) && Number(text),
  Decimal: numeric,
  Long: (text) => (/^-?\d+$/.test(text) ? text : undefined),
  Boolean: (text) => ({ true: true, false: false })[text.toLowerCase()],
  DateTime: (text) => (Number.isNaN(Date.parse(text)) ? undefined : new Date(text)),
  Date: (text) => (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined),
  Enum: (text, { values }) => (values?.includes(text) ? text : undefined),
};

const expected: Partial<Record<Scalar, string>> = {
  URL: 'must be a URL',
  Boolean: 'must be true or false',
  DateTime: 'must be a moment in ISO 8601',
  Date: 'must be a day as YYYY-MM-DD',
};

/** Parses one text. An empty text means null, except for a string. */
export const read = (parameter: string, value: Value, text: string): unknown => {
  if (text === '' && value.scalar !== 'String') return null;
  const result = readers[value.scalar](text, value);
  if (result !== undefined) return result;
  const rule = value.values
    ? `must be one of ${value.values.join(', ')}`
    : (expected[value.scalar] ?? 'must be a number');
  throw invalid(parameter, `'${text}' ${rule}`);
};

/** What a write carries. */
export interface Body {
  readonly form: URLSearchParams;
  /** The body, if it is JSON. */
  readonly json: Readonly<Record<string, unknown>> | undefined;
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/** The inputs of a JSON body, whose values have their types already. */
const readJson = (inputs: Readonly<Record<string, Value>>, { headers, json = {} }: Body): Values =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([name, value]): [string, unknown][] => {
      const found = value.header
        ? headers.get(value.header.toLowerCase())
        : value.isBody
          ? json
          : memberOf(json, value.jsonName ?? value.sdkName ?? name);
      if (value.must && isMissing(found)) throw missing(name);
      return found === undefined ? [] : [[name, value.scalar === 'DateTime' ? new Date(String(found)) : found]];
    }),
  );

/** Inputs of forms that the SDK sends as headers. */
const IN_HEADERS = /^(xTwilio|ifMatch)/;

/** Parses the inputs that the descriptor names; other parameters are ignored, as at Twilio. */
export const readBody = (inputs: Readonly<Record<string, Value>> = {}, body: Body, codes: Codes = {}): Values => {
  const { form, json, headers } = body;
  if (json) return readJson(inputs, body);
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(inputs)) {
    const parameter = pascalCase(name);
    if (value.pairs) {
      values[name] = readPairs(pascalCase(value.pairs), form);
      continue;
    }
    const sdkName = value.sdkName ?? name;
    const texts = IN_HEADERS.test(sdkName) ? textsOf(headers, sdkName) : textsOf(form, sdkName);
    const code = codes[name]?.[0];
    try {
      if (value.many && texts.length > 0) values[name] = texts.map((text) => read(parameter, value, text));
      else if (texts.length > 0) values[name] = read(parameter, value, texts.at(-1) ?? '');
    } catch (error) {
      throw code && error instanceof TwilioError ? new TwilioError(code, error.message) : error;
    }
    if (value.must && isMissing(values[name])) throw missing(name, codes);
  }
  return values;
};

/** `Parameter1.Name=a&Parameter1.Value=b` and so on, as one object. */
const readPairs = (prefix: string, form: URLSearchParams): Readonly<Record<string, string>> => {
  const pairs: Record<string, string> = {};
  for (let i = 1; i <= MAX_PAIRS; i++) {
    const name = form.get(`${prefix}${i}.Name`);
    if (name) pairs[name] = form.get(`${prefix}${i}.Value`) ?? '';
  }
  return pairs;
};
const MAX_PAIRS = 99;

export const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';

export const missing = (name: string, codes: Codes = {}): TwilioError => {
  const [code, message] = codes[name] ?? [20001, `Missing required parameter ${pascalCase(name)} in the post body`];
  return new TwilioError(code, message);
};
