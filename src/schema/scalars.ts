/** The custom scalars: strict parsing of input, lossless output. */
import { GraphQLError, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import { InexactNumber, isExact } from '../json/index.ts';
import { isoSeconds } from '../twilio/rows/index.ts';
import type { Builder } from './types.ts';

const RFC_3339 = /^(\d{4}-\d\d-\d\d)[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

const refuse = (rule: string) => new GraphQLError(rule, { extensions: { code: 'BAD_USER_INPUT' } });

/** Whether `YYYY-MM-DD` is a day that exists. */
const isDay = (day: string): boolean => {
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
};

/** Digits that a JavaScript number would change are taken as they were written. */
const digitsOf = (input: unknown): unknown =>
  input instanceof InexactNumber ? input.digits : typeof input === 'number' ? String(input) : input;

const parsers = {
  DateTime: (input: unknown): Date => {
    const day = typeof input === 'string' ? RFC_3339.exec(input)?.[1] : undefined;
    const moment = new Date(String(input));
    const year = moment.getUTCFullYear();
    // The last hours of 9999 lie in another year where the zone is behind UTC; a moment there has no such form.
    if (!day || !isDay(day) || !(year >= 0 && year <= 9999))
      throw refuse('DateTime must be an RFC 3339 time with a time zone, such as 2026-11-22T09:30:00Z');
    return moment;
  },
  Date: (input: unknown): string => {
    if (typeof input !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(input) || !isDay(input))
      throw refuse('Date must be an existing day in the form YYYY-MM-DD');
    return input;
  },
  Decimal: (input: unknown): string => {
    const text = digitsOf(input);
    if (typeof text !== 'string' || !/^-?\d+(\.\d+)?$/.test(text))
      throw refuse('Decimal must be a decimal number as text, such as "12.50"');
    return text;
  },
  Long: (input: unknown): string => {
    const text = digitsOf(input);
    const isWhole = typeof text === 'string' && /^-?\d{1,19}$/.test(text);
    if (!isWhole || BigInt.asIntN(64, BigInt(text)) !== BigInt(text))
      throw refuse('Long must be a whole number of 64 bits as text, such as "9007199254740993"');
    return text;
  },
  URL: (input: unknown): string => {
    if (input === '') return '';
    if (typeof input !== 'string' || !URL.canParse(input) || !/^(https?|wss?):$/.test(new URL(input).protocol))
      throw refuse('URL must be an absolute http or https URL, or an empty string to clear the value');
    return input;
  },
};

const literal =
  <T>(parse: (input: unknown) => T) =>
  (node: ValueNode): T => {
    const isText = node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT;
    return parse(isText ? node.value : undefined);
  };

type Variables = Parameters<typeof valueFromASTUntyped>[1];

/** Numbers that would be changed stay recognizable, so that the check of the input can name the one that it refuses. */
const jsonLiteral = (node: ValueNode, variables?: Variables): unknown => {
  if (node.kind === Kind.LIST) return node.values.map((each) => jsonLiteral(each, variables));
  if (node.kind === Kind.OBJECT)
    return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, jsonLiteral(value, variables)]));
  const isNumber = node.kind === Kind.INT || node.kind === Kind.FLOAT;
  return isNumber && !isExact(node.value) ? new InexactNumber(node.value) : valueFromASTUntyped(node, variables);
};

export const addScalars = (builder: Pick<Builder, 'scalarType'>): void => {
  builder.scalarType('DateTime', {
    description:
      'A time in UTC with second precision, as in RFC 3339: `2026-11-22T09:30:00Z`. Input may have any offset.',
    specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
    serialize: (value) => (value instanceof Date ? isoSeconds(value) : String(value)),
    parseValue: parsers.DateTime,
    parseLiteral: literal(parsers.DateTime),
  });
  builder.scalarType('Date', {
    description: 'A day in UTC: `2026-11-22`.',
    specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
    serialize: String,
    parseValue: parsers.Date,
    parseLiteral: literal(parsers.Date),
  });
  builder.scalarType('Decimal', {
    description: 'An exact decimal number as text, such as `"-0.00750"`. Used for money and large counts.',
    specifiedByURL: 'https://www.w3.org/TR/xmlschema11-2/#decimal',
    serialize: String,
    parseValue: parsers.Decimal,
    parseLiteral: literal(parsers.Decimal),
  });
  builder.scalarType('Long', {
    description: 'A whole number of 64 bits, as text so that no digit is lost.',
    serialize: String,
    parseValue: parsers.Long,
    parseLiteral: literal(parsers.Long),
  });
  builder.scalarType('URL', {
    description: 'An absolute http, https, ws or wss URL.',
    specifiedByURL: 'https://url.spec.whatwg.org/',
    serialize: String,
    parseValue: parsers.URL,
    parseLiteral: literal(parsers.URL),
  });
  builder.scalarType('FieldValue', {
    description:
      'The value of a field whose type depends on an argument, in the form of that field: a number, a Boolean, or text ' +
      'such as `"0.0075"` for a Decimal and `"2026-11-22T09:30:00Z"` for a DateTime. Returned only.',
    serialize: (value) => value,
  });
  builder.scalarType('JSON', {
    description:
      'Any JSON value. A number with more digits than a double holds is refused as input; write it as text. Returned, it is text.',
    specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
    serialize: (value) => value,
    parseValue: (value) => value,
    parseLiteral: jsonLiteral,
  });
};
