/** Every operation of every descriptor, driven through the real SDK, against Twilio's own routes and parameters. */
import { describe, expect, test } from 'vitest';
import { entities as all } from '../../src/entities/index.ts';
import { type Entity, isOnList, isProduct, type Parent } from '../../src/model/descriptor.ts';
import { t } from '../../src/model/index.ts';
import type { Value } from '../../src/model/kinds.ts';
import { productName } from '../../src/model/path.ts';
import { createRegistry } from '../../src/model/registry.ts';
import { routesOf } from '../../src/twilio/routes.ts';
import { surface } from '../support/surface.ts';
import { differencesOf } from './differences.ts';
import { everyFilter, everyInput } from './everything.ts';
import { exceptions } from './exceptions.ts';

/** The core API; products.test.ts has the others. */
const entities = all.filter((entity) => productName(entity) === 'api.v2010');

const compareAll = async (descriptors: readonly Entity[]): Promise<ReadonlyMap<Entity, readonly string[]>> => {
  const others = all.filter((entity) => productName(entity) !== 'api.v2010');
  const registry = createRegistry([...descriptors, ...others]);
  const routes = await routesOf(createRegistry(descriptors, all), everyInput, everyFilter);
  return new Map(
    descriptors.map((entity) => {
      const resource = surface.get(entity.name);
      const own = routes.filter((route) => route.entity === entity);
      return [entity, resource ? differencesOf(registry, entity, resource, own) : [`${entity.name}: not at Twilio`]];
    }),
  );
};

/** An exception reads as the difference that it excuses, `*` for the entity. */
const excuses = (exception: string, difference: string): boolean =>
  exception.startsWith('*.')
    ? difference.slice(difference.indexOf('.')) === exception.slice(1)
    : difference === exception;
const excused = exceptions.flatMap(({ of }) => of);
const isExcused = (difference: string): boolean => excused.some((exception) => excuses(exception, difference));

const differences = await compareAll(entities);

describe.each(entities.map((entity) => [entity.name, entity] as const))('%s', (_, entity) => {
  test('says what Twilio says', () => {
    expect(differences.get(entity)?.filter((difference) => !isExcused(difference))).toEqual([]);
  });
});

test.each(excused)('still needed: %s', (exception) => {
  expect([...differences.values()].flat().filter((difference) => excuses(exception, difference))).not.toEqual([]);
});

describe('finds out a descriptor that', () => {
  const find = (name: string): Entity => {
    const entity = entities.find((each) => each.name === name);
    if (!entity) throw new Error(`No descriptor is named ${name}.`);
    return entity;
  };
  const recording = find('Recording');
  const trigger = find('UsageTrigger');
  const without = <T extends object>(values: T | undefined, name: string): T =>
    Object.fromEntries(Object.entries(values ?? {}).filter(([each]) => each !== name)) as T;

  const said = (values: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { ...value, words: 'Changed.' }]));
  const fields = (changed: Readonly<Record<string, Value>>, entity = recording): Partial<Entity> => ({
    fields: { ...entity.fields, ...said(changed) },
  });
  const create = (changed: Readonly<Record<string, Value>>): Partial<Entity> => ({
    create: { ...trigger.create, ...said(changed) },
  });

  /** All descriptors with one in place of another, under what lies in it too. */
  const replaced = (right: Entity, wrong: Entity): readonly Entity[] => {
    const known = new Map<Parent, Parent>([[right, wrong]]);
    const place = <P extends Parent>(parent: P): P => {
      if (isProduct(parent)) return parent;
      if (isOnList(parent)) return { list: place(parent.list) } as P;
      const within = place(parent.in);
      const found = known.get(parent) ?? (within === parent.in ? parent : { ...parent, in: within });
      known.set(parent, found);
      return found as P;
    };
    return entities.map(place);
  };

  const mistakes: readonly (readonly [string, Entity, Partial<Entity>, string])[] = [
    ['lacks an operation', recording, { remove: false }, 'delete: not offered'],
    [
      'has an operation too many',
      find('Transcription'),
      { at: 'outgoingCallerIds', plural: 'transcriptions', update: { friendlyName: t.string } },
      'update: Twilio has no such operation',
    ],
    [
      'lies elsewhere',
      find('OutgoingCallerId'),
      { at: 'incomingPhoneNumbers', plural: 'outgoingCallerIds' },
      'list: goes to GET https://api.twilio.com/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers.json instead of',
    ],
    ['has other SIDs', recording, { sid: 'RX' }, 'its SIDs begin with RE, not RX'],
    ['lacks a field', trigger, { fields: without(trigger.fields, 'dateFired') }, 'fields.date_fired: missing'],
    ['has a field too many', trigger, fields({ loudness: t.int }, trigger), 'fields.loudness: unknown to Twilio'],
    ['takes a moment for text', recording, fields({ startTime: t.string }), 'startTime: is String where Twilio has D'],
    ['takes a name for a number', trigger, fields({ friendlyName: t.int }, trigger), 'Name: is Int where Twilio has S'],
    ['hides a field', recording, fields({ status: t.omit }), 'fields.status: is omit where Twilio has Enum of absent'],
    ['lacks an enum value', recording, fields({ status: t.enum('paused') }), 'is Enum of paused where Twilio has Enum'],
    ['shows a person', find('Address'), fields({ street: t.string }, find('Address')), 'personal data that is not m'],
    [
      'points elsewhere',
      recording,
      fields({ callSid: t.ref('Conference') }),
      'refers to Conference (CF), but its SIDs',
    ],
    ['points nowhere', recording, fields({ callSid: t.sid }), 'fields.callSid: is no reference'],
    [
      'lacks a filter',
      recording,
      { filters: without(recording.filters, 'includeSoftDeleted') },
      'list.IncludeSoftDeleted: missing',
    ],
    [
      'filters by days',
      recording,
      { filters: { ...recording.filters, dateCreated: t.days } },
      'is sent as "2026-11-21", which is no date-ti',
    ],
    ['lacks an input', trigger, { create: without(trigger.create, 'recurring') }, 'create.Recurring: missing'],
    ['has an input too many', trigger, create({ loudness: t.int }), 'create.loudness: never reaches Twilio'],
    ['forgets a required input', trigger, create({ callbackUrl: t.url }), 'create.callbackUrl: required by Twilio'],
    ['requires an input', trigger, create({ recurring: t.enum('daily').required }), 'not required by Twilio'],
    ['has needs of its own', trigger, { requireOneOf: [['recurring']] }, 'create: needs one each of nothing'],
  ];

  test.each(mistakes)('%s', async (_, right, change, difference) => {
    const wrong = { ...right, ...change };
    const found = await compareAll(replaced(right, wrong));
    expect(found.get(wrong)?.join('\n')).toContain(difference);
  });
});
