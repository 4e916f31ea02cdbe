/** What Twilio publishes of its answers, as rows for a stand-in: by the types, formats and words of their properties. */
import type { Entity, Step } from '../../src/model/index.ts';
import { jsonName, keysOf, wireOf } from '../../src/model/index.ts';
import { accessorOf } from './accessor.ts';
import { ACCOUNT } from './server.ts';
import { type Fact, type Facts, surface } from './surface.ts';

export type Json = Readonly<Record<string, unknown>>;

const A_SID = 'a'.repeat(32);
const BY_FORMAT: Readonly<Record<string, string>> = {
  'date-time': '2026-11-20T10:00:00Z',
  'date-time-rfc-2822': 'Fri, 20 Nov 2026 10:00:00 +0000',
  date: '2026-11-20',
  uri: 'https://example.com/a',
  'phone-number': '+14155550100',
  'http-method': 'GET',
  'iso-country-code': 'US',
  currency: 'USD',
};
const BY_TYPE: Readonly<Record<string, unknown>> = { integer: 1, number: 1.5, boolean: true, object: {}, any: {} };
const sampleOf = ({ type, format = '', prefixes, values, many }: Fact): unknown => {
  const sid = format === 'sid' || prefixes.length > 0 ? `${prefixes[0] ?? 'XX'}${A_SID}` : undefined;
  const one = values?.[0] ?? sid ?? BY_FORMAT[format] ?? BY_TYPE[type] ?? '1';
  return many ? [one] : one;
};

/** The properties of an entity's rows. */
export const propertiesOf = (entity: Entity): Facts => surface.get(accessorOf(entity))?.properties ?? {};

/** A row of what Twilio publishes of its properties. */
export const publishedRow = (entity: Entity): Json | undefined => {
  const properties = Object.entries(propertiesOf(entity));
  if (properties.length === 0) return undefined;
  // What Twilio publishes of a row may leave out its key.
  const keys = keysOf(entity).flatMap((name) => {
    const value = entity.fields[name];
    return value ? [[jsonName(entity, name, value), keyFor(entity)]] : [];
  });
  // Some moments are published as texts of no format.
  const moments = new Set(
    Object.entries(entity.fields).flatMap(([name, value]) =>
      value.scalar === 'DateTime' ? [jsonName(entity, name, value)] : [],
    ),
  );
  const row = properties.map(([name, fact]) => {
    const sample = sampleOf(fact);
    return [name, moments.has(name) && sample === '1' ? BY_FORMAT['date-time'] : sample];
  });
  return { ...Object.fromEntries(keys), ...Object.fromEntries(row) };
};

/** A page of these rows, which is the last one. */
export const pageOfRows = (entity: Entity, rows: readonly unknown[]): Json => {
  const { paging } = wireOf(entity);
  if (paging === 'scim')
    return { Resources: rows, startIndex: 1, itemsPerPage: rows.length, totalResults: rows.length };
  return { rows, next_page_uri: null, meta: { key: 'rows', next_page_url: null } };
};

/** Something that can be a key of a step. */
export const keyFor = (step: Step): string => {
  const [prefix] = [step.sid ?? []].flat();
  if (step.name === 'Account') return ACCOUNT;
  if (step.sid) return `${prefix ?? 'XX'}${A_SID}`;
  return KEYS.find((each) => step.keyPattern?.[0].test(each)) ?? 'a';
};
const KEYS = ['a', '1', '+14155550100', '2026-11-20', 'US', 'calls', '415', 'aa', 'a'.repeat(32)];
