/** Rows of a page keep what is read of them, and not the addresses of what lies in them. */
import { expect, test } from 'vitest';
import { entities } from '../../../../src/entities/index.ts';
import { createRegistry, jsonName, keysOf, parentsOf } from '../../../../src/model/index.ts';
import { rowsOfPage, theirKeysOf } from '../../../../src/twilio/rows/index.ts';

const registry = createRegistry(entities);
const LINKS = { subresourceUris: 'subresource_uris', links: 'links' };
const linked = entities.flatMap((entity) =>
  Object.entries(LINKS).flatMap(([field, theirs]) =>
    entity.fields[field] ? [{ name: entity.name, entity, field, theirs }] : [],
  ),
);

test.each(linked)('$name.$field', ({ entity, field, theirs }) => {
  const keys = theirKeysOf(registry.identity(entity)).map((key) => [key, 'x']);
  const guaranteed = Object.entries(entity.fields).filter(([, { nonNull }]) => nonNull);
  const values = guaranteed.map(([name, value]) => [jsonName(entity, name, value), 'x']);
  const answer = {
    ...Object.fromEntries([...keys, ...values]),
    [theirs]: { below: 'https://api.twilio.com/x' },
    extra: 1,
  };
  const above = parentsOf(
    entity,
    Array.from({ length: 9 }, () => 'x'),
  ).slice(0, 9 - keysOf(entity).length);
  const [row] = rowsOfPage(registry, entity, above, [answer]);
  const isNeeded =
    entity.fields[field]?.hidden !== 'omit' || registry.children(entity).some(({ when }) => when && 'linked' in when);
  expect(row?.defect).toBeUndefined();
  expect(row?.json[theirs]).toEqual(isNeeded ? { below: 'https://api.twilio.com/x' } : undefined);
  expect(row?.json.extra).toBe(1);
});

test('there are some of both kinds', () => {
  const hidden = linked.filter(({ entity, field }) => entity.fields[field]?.hidden === 'omit');
  expect(hidden.length).toBeGreaterThan(50);
  expect(hidden.some(({ name }) => name === 'AvailablePhoneNumberCountry')).toBe(true);
});
