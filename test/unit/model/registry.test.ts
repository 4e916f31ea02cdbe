/** Descriptors that contradict each other are refused at start-up, in words that name the place. */
import { describe, expect, test } from 'vitest';
import { entities } from '../../../src/entities/index.ts';
import type { Container, Entity } from '../../../src/model/descriptor.ts';
import { product, t } from '../../../src/model/index.ts';
import { createRegistry, targetsOf } from '../../../src/model/registry.ts';
import { operationsOf } from '../../../src/model/route.ts';

const api = product('api.v2010', (twilio) => twilio.api.v2010);
const said = (name: string, more: Partial<Entity> = {}): Entity => ({
  name,
  in: api,
  at: `${name}s`,
  sid: name.slice(0, 2).toUpperCase(),
  about: 'A thing.',
  fields: { sid: t.sid },
  ...more,
});

const House = said('House', { filters: {} });
const Room = said('Room', {
  in: House,
  filters: { houseSid: t.equal, colour: t.string.about('Of the walls.') },
  fields: { sid: t.sid, houseSid: t.ref('House').about('Where it is.') },
});
const refuses = (descriptors: readonly Entity[], words: string) =>
  expect(() => createRegistry(descriptors)).toThrow(words);

test('a reference to an entity that is left out leads nowhere', () => {
  const Guest = said('Guest', { fields: { sid: t.sid, houseSid: t.ref('House').about('Where they are.') } });
  expect(createRegistry([Guest], [Guest, House]).targets({ to: 'House' })).toEqual([]);
});

describe('refused', () => {
  test('two descriptors of one name', () => {
    refuses([House, said('House', { plural: 'others' })], 'Two descriptors have the same name.');
  });
  test('a reference to what no descriptor describes', () => {
    const fields = { catSid: t.ref('Cat').about('Who lives there.') };
    refuses([said('House', { fields })], 'House: catSid refers to Cat, which no descriptor describes');
    refuses([said('House', { create: fields })], 'House: catSid refers to Cat');
    refuses([said('House', { update: fields })], 'House: catSid refers to Cat');
  });
  test('a reference with a case that leads nowhere', () => {
    const fields = { kind: t.string.about('.'), ownerSid: t.refBy('kind', { a: 'House', b: 'Cat' }).about('.') };
    refuses([said('House', { fields })], 'House: ownerSid refers to Cat');
  });
  test('a reference to what lies deeper than its SID tells', () => {
    const Cat = said('Cat', { fields: { roomSid: t.ref('Room').about('Where it sleeps.') } });
    refuses([House, Room, Cat], 'Cat: roomSid cannot reach Room');
  });
  test('a parent that is not registered', () => {
    refuses([Room], 'Room: lies in House, which is not registered');
    refuses([Room, said('House', { filters: {} })], 'Room: lies in House, which is not registered');
  });
  test('rows of one type with other fields', () => {
    const Hut = said('Hut', { type: 'House', fields: { sid: t.sid, friendlyName: t.string } });
    refuses([House, Hut], 'Hut: shares the type House with other fields');
  });
  test('a key, or the field that a reference depends on, that is not there', () => {
    refuses([said('House', { key: 'number' })], 'House: is keyed by number, which is no field');
    const fields = { ownerSid: t.refBy('kind', { a: 'House' }).about('.') };
    refuses([said('House', { fields })], 'House: ownerSid depends on kind, which is no field');
  });
  test('a comparison with what is no field', () => {
    refuses([said('House', { filters: { loudness: t.equal } })], 'House: compares loudness, which is no field');
  });
  test('a relation whose filter is not there', () => {
    const House = said('House', { relations: { rooms: t.many('Room', { loudness: 'sid' }, 'Its rooms.') } });
    refuses([House, { ...Room, in: House }], 'House: rooms needs Room to be filtered by loudness');
  });
  test('a relation by keys that do not lead to a row, or to one that cannot be read', () => {
    const Cat = (relations: Entity['relations']) => said('Cat', { relations: relations ?? {} });
    const Open = { ...Room, fetch: true } as const;
    refuses([House, Open, Cat({ room: t.row('Room', ['sid'], 'Its room.') })], 'Cat: room cannot reach Room');
    refuses(
      [House, Room, Cat({ room: t.row('Room', ['sid', 'sid'], 'Its room.') })],
      'Cat: room needs Room to be fetched',
    );
    refuses([House, Open, Cat({ room: t.row('Room', ['a.b', 'sid'], 'Its room.') })], 'Cat: room needs the field a');
    refuses([House, Room, Cat({ rooms: t.below('Room', [], 'Its rooms.') })], 'Cat: rooms cannot reach Room');
  });
  test('a relation that is called as a field is', () => {
    const House = said('House', { relations: { sid: t.below('Room', ['sid'], 'Its rooms.') } });
    refuses([House, { ...Room, in: House }], 'House: sid is a relation and a field');
  });
  test('Gets by a list that leaves out fields', () => {
    const fields = { sid: t.sid, plan: t.string.detail };
    refuses([said('House', { batch: 'whole', fields })], 'House: answers Gets by a list that leaves out fields');
    refuses([said('House', { fetch: false, fields })], 'House: has fields that only a Get returns, and no Get');
  });
  test('a relation to what is not described, or by a field that is not there', () => {
    const cats = { cats: t.many('Cat', { houseSid: 'sid' }, 'Who lives there.') };
    refuses([said('House', { relations: cats })], 'House: cats leads to Cat, which no descriptor describes');
    const House = said('House', { relations: { rooms: t.many('Room', { houseSid: 'loudness' }, 'Its rooms.') } });
    refuses([House, { ...Room, in: House }], 'House: rooms needs the field loudness');
  });
  test('two lists of one name', () => {
    refuses([House, said('Home', { plural: 'Houses', filters: {} })], 'House: has the same plural as Home');
  });
  test('everything at once, not only the first', () => {
    const wrong = said('House', { fields: { a: t.int, b: t.ref('Cat').about('.') }, filters: { c: t.equal } });
    refuses([wrong], 'House: b refers to Cat');
    refuses([wrong], 'House: compares c, which is no field');
  });
});

describe('a registry', () => {
  const Floors: Container = { name: 'Floors', in: House, at: 'floors', container: true };
  const Stair = said('Stair', { in: Floors });
  const Garret = said('Garret', { type: 'Room', in: House, fields: Room.fields });
  const registry = createRegistry([House, Room, Stair, Garret]);

  test('finds by name', () => {
    expect(registry.get('Room')).toBe(Room);
    expect(registry.find('Cat')).toBeUndefined();
    expect(() => registry.get('Cat')).toThrow('No descriptor is named Cat.');
    expect(registry.find('constructor')).toBeUndefined();
  });
  test('knows what lies in what, also across what is no resource', () => {
    expect(registry.children(House)).toEqual([Room, Stair, Garret]);
    expect(registry.children(Room)).toEqual([]);
  });
  test('knows by which entity rows of a type are fetched', () => {
    expect(registry.canonical(Garret)).toBe(Room);
    expect(registry.canonical(Room)).toBe(Room);
  });
  test('follows a SID as far as the path is known', () => {
    const row = (entity: Entity, ...sids: string[]) => ({ entity, sids, read: () => null, account: 'AC1' });
    expect(registry.follow(row(Stair, 'HO1', 'ST1'), Room, 'RO1')).toEqual({ entity: Room, sids: ['HO1', 'RO1'] });
    expect(registry.follow(row(Room, 'HO1', 'RO1'), House, 'HO2')).toEqual({ entity: House, sids: ['HO2'] });
    expect(registry.follow(row(House, 'HO1'), Room, 'RO1')).toEqual({ entity: Room, sids: ['HO1', 'RO1'] });
    const Cat = said('Cat');
    expect(createRegistry([House, Room, Cat]).follow(row(Cat, 'CA1'), Room, 'RO1')).toBeUndefined();
  });
  test('takes every descriptor of the product', () => {
    expect(createRegistry(entities).entities).toEqual(entities);
  });
});

test('the entities that a reference can lead to are named once each', () => {
  expect(targetsOf({ to: 'A' })).toEqual(['A']);
  expect(targetsOf({ by: 'x', cases: { a: 'A', b: 'B', c: 'B' } })).toEqual(['A', 'B']);
});

test('an entity has the operations that it says', () => {
  expect(operationsOf(House)).toEqual(['list']);
  expect(operationsOf(said('Cat'))).toEqual([]);
  expect(operationsOf(said('Cat', { filters: {}, create: {}, fetch: true, update: {}, remove: true }))).toEqual([
    'list',
    'create',
    'fetch',
    'update',
    'remove',
  ]);
  expect(operationsOf(said('Cat', { fetch: false, remove: false }))).toEqual([]);
});
