/** All that a descriptor can say to Twilio, said at once: a sample for every input, a comparison for every filter. */
import type { Entity } from '../../src/model/descriptor.ts';
import type { Scalar, Value } from '../../src/model/kinds.ts';
import { splitFilter } from '../../src/twilio/filtering/split.ts';
import type { Input } from '../../src/twilio/rows/index.ts';

/** As GraphQL hands values of each kind to the engine. */
const samples: Record<Exclude<Scalar, 'Enum'>, unknown> = {
  ID: `AC${'0'.repeat(32)}`,
  String: 'text',
  Int: 7,
  Float: 0.5,
  Boolean: false,
  DateTime: new Date('2026-11-22T09:30:00Z'),
  Date: '2026-11-22',
  Decimal: '0.0075',
  Long: '7',
  URL: 'https://example.com/',
  JSON: { a: 1 },
  Object: {},
};

/** As many numbered names and values as Twilio takes. */
const pairs = Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`name${i + 1}`, 'text']));

const sampleOf = (value: Value): unknown => {
  if (value.pairs) return pairs;
  const one = value.object
    ? everyInput(value.object.fields)
    : value.scalar === 'Enum'
      ? value.values?.[0]
      : samples[value.scalar];
  return value.many ? [one] : one;
};

export const everyInput = (values: Readonly<Record<string, Value>> | undefined): Input =>
  Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, sampleOf(value)]));

/** What the filters of a list become on their way to the SDK. */
export const everyFilter = (entity: Entity): Input => {
  const filter = Object.entries(entity.filters ?? {}).map(([name, rule]) => {
    if (!('compares' in rule)) return [name, sampleOf(rule)];
    const sample = sampleOf(entity.fields[name] ?? { scalar: 'String' });
    return [name, rule.compares === 'equal' ? { eq: sample } : { gte: sample, lte: sample }];
  });
  return splitFilter(entity, Object.fromEntries(filter)).lists[0]?.params ?? {};
};
