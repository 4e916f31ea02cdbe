/** The names by which GraphQL, Twilio's answers and Twilio's parameters know one and the same value. */
import { describe, expect, test } from 'vitest';
import { entities } from '../../../src/entities/index.ts';
import type { Entity } from '../../../src/model/descriptor.ts';
import { t } from '../../../src/model/index.ts';
import {
  enumName,
  lowerFirst,
  pascalCase,
  plural,
  singular,
  snakeCase,
  typeName,
  upperFirst,
  wordsOf,
} from '../../../src/model/names.ts';

const get = (name: string): Entity => {
  const entity = entities.find((each) => each.name === name);
  if (!entity) throw new Error(`No descriptor is named ${name}.`);
  return entity;
};

test('the first letter changes and no other', () => {
  expect([lowerFirst('UsageRecord'), upperFirst('usageRecord')]).toEqual(['usageRecord', 'UsageRecord']);
  expect([lowerFirst('A'), upperFirst('a')]).toEqual(['a', 'A']);
});

test.each([
  ['friendlyName', 'friendly_name', 'FriendlyName'],
  ['sid', 'sid', 'Sid'],
  ['from', 'from', 'From'],
  ['amdStatusCallbackMethod', 'amd_status_callback_method', 'AmdStatusCallbackMethod'],
])('%s is %s in an answer and %s in a request', (name, inAnswer, inRequest) => {
  expect(snakeCase(name)).toBe(inAnswer);
  expect(pascalCase(name)).toBe(inRequest);
});

describe('an enum value', () => {
  test.each([
    ['queued', 'QUEUED'],
    ['in-progress', 'IN_PROGRESS'],
    ['partially_delivered', 'PARTIALLY_DELIVERED'],
    ['StartCallRecordingAPI', 'START_CALL_RECORDING_API'],
    ['OutboundAPI', 'OUTBOUND_API'],
    ['DialVerb', 'DIAL_VERB'],
    ['onEnter', 'ON_ENTER'],
    ['conference-ended-via-api', 'CONFERENCE_ENDED_VIA_API'],
    ['2010-04-01', '_2010_04_01'],
    ['POST', 'POST'],
    ['1.5x', '_1_5X'],
  ])('%s is called %s', (value, name) => {
    expect(enumName(value)).toBe(name);
  });

  test('of every descriptor has a name that GraphQL takes, and one of its own', () => {
    for (const entity of entities)
      for (const values of [entity.fields, entity.create, entity.update])
        for (const value of Object.values(values ?? {})) {
          const names = (value.values ?? []).map(enumName);
          for (const name of names) expect(name).toMatch(/^(?!__)[_A-Z][_A-Z0-9]*$/);
          expect(new Set(names).size).toBe(names.length);
        }
  });
});

test('an entity is called by its name, its rows by their type', () => {
  expect([singular(get('Call')), plural(get('Call')), typeName(get('Call'))]).toEqual(['call', 'calls', 'Call']);
  const daily = get('UsageRecordDaily');
  expect([singular(daily), plural(daily), typeName(daily)]).toEqual([
    'usageRecordDaily',
    'usageRecordsDaily',
    'UsageRecord',
  ]);
});

describe('the words for a value', () => {
  const call = get('Call');
  test('are its own first', () => {
    expect(wordsOf(call, 'sid', t.sid.about('Mine.'))).toBe('Mine.');
  });
  test("then those of the entity's field of that name", () => {
    expect(wordsOf(call, 'status', t.string)).toBe(call.fields.status?.words);
  });
  test('then those that are said of the name everywhere', () => {
    expect(wordsOf(call, 'statusCallback', t.url)).toMatch(/^URL to which Twilio reports/);
  });
  test('or none', () => {
    expect(wordsOf(call, 'loudness', t.int)).toBeUndefined();
  });
});
