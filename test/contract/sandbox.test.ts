/** Every answer of the sandbox's core API against what Twilio publishes: its paths, its properties, their types and formats. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entity } from '../../src/model/descriptor.ts';
import { pascalCase, snakeCase } from '../../src/model/names.ts';
import { keyField, type Sids } from '../../src/model/path.ts';
import { type Fact, type Resource, surface, type Verb } from '../support/surface.ts';
import { inputFor } from '../unit/sandbox/inputs.ts';
import { core, type Stand, stand } from '../unit/sandbox/stand.ts';

let twilio: Stand;
beforeAll(async () => {
  twilio = await stand();
});
afterAll(() => twilio.close());

type Json = Readonly<Record<string, unknown>>;

const MOMENT =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} [\d:]{8} \+0000$/;
const isText = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);
const isMapOf = (type: string) => (value: unknown) =>
  typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === type);
const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: isText(/^/),
  integer: Number.isInteger,
  number: Number.isFinite,
  boolean: (value) => typeof value === 'boolean',
  object: (value) => typeof value === 'object' && !Array.isArray(value),
  any: () => true,
};
const formats: Readonly<Record<string, (value: unknown) => boolean>> = {
  'date-time-rfc-2822': isText(MOMENT),
  date: isText(/^\d{4}-\d\d-\d\d$/),
  uri: (value) => URL.canParse(String(value), 'https://api.twilio.com'),
  'uri-map': isMapOf('string'),
  'http-method': isText(/^(GET|POST)$/),
  currency: isText(/^[A-Za-z]{3}$/),
  'iso-country-code': isText(/^[A-Z]{2}$/),
  'phone-number': isText(/^([a-z]+:)?\+?[\d() -]+$/),
  'phone-number-capabilities': isMapOf('boolean'),
  'ice-server': isMapOf('string'),
};

/** Of Twilio's properties only closed sets of words and counts are never null, and these are for a while. */
const NULL_AT_FIRST = ['error_code', 'reason_conference_ended', 'recurring'];
const mayBeNull = (name: string, { type, format, values }: Fact, { legacy }: Resource): boolean =>
  legacy || NULL_AT_FIRST.includes(name) || (type !== 'integer' && (!values || format === 'http-method'));

const mistakeIn = (resource: Resource, name: string, fact: Fact, value: unknown): string | undefined => {
  const say = (what: string) => `${name} is ${JSON.stringify(value)}, ${what}`;
  if (value === null) return mayBeNull(name, fact, resource) ? undefined : say('which must not be');
  if (fact.many !== Array.isArray(value) && fact.type !== 'any') return say(fact.many ? 'no list' : 'a list');
  for (const each of fact.many ? (value as unknown[]) : [value]) {
    if (!types[fact.type]?.(each)) return say(`no ${fact.type}`);
    if (fact.values && !fact.values.includes(String(each))) return say(`none of ${fact.values}`);
    const isSid = isText(new RegExp(`^(${fact.prefixes.join('|')})[0-9a-f]{32}$`));
    if (fact.format === 'sid' ? !isSid(each) : fact.format && !formats[fact.format]?.(each))
      return say(`no ${fact.format} ${fact.prefixes}`);
  }
  return undefined;
};

/** What Twilio leaves out of a list. */
const UNLISTED: Readonly<Record<string, readonly string[]>> = {
  Notification: ['request_variables', 'response_headers', 'response_body'],
  CallNotification: ['request_variables', 'response_headers', 'response_body'],
};
const mistakesIn = (resource: Resource, json: Json, verb: Verb): readonly string[] => {
  const unlisted = verb === 'list' ? (UNLISTED[resource.name] ?? []) : [];
  const names = Object.keys(resource.properties).filter((name) => !unlisted.includes(name));
  const missing = names.filter((name) => !(name in json)).map((name) => `${name} is missing`);
  const invented = Object.keys(json).filter((name) => !names.includes(name));
  const wrong = names.flatMap((name) => {
    const fact = resource.properties[name];
    return (fact && name in json && mistakeIn(resource, name, fact, json[name])) || [];
  });
  return [...missing, ...wrong, ...invented.map((name) => `${name} is not Twilio's`)];
};

/** Statuses and names of rows in a page that are not what one would expect. */
const STATUSES: Readonly<Record<string, Partial<Record<Verb, number>>>> = {
  CallRecording: { create: 200 },
  Siprec: { create: 200 },
  Stream: { create: 200 },
  RealtimeTranscription: { create: 200 },
  MessageFeedback: { create: 200 },
  ValidationRequest: { create: 200 },
  CallFeedback: { create: 200 },
  Payments: { update: 202 },
  RecordingAddOnResultPayloadData: { fetch: 307 },
};
const usual: Readonly<Record<Verb, number>> = {
  list: 200,
  create: 201,
  fetch: 200,
  update: 200,
  replace: 200,
  patch: 200,
  delete: 204,
};
const LIST_KEYS: readonly (readonly [RegExp, string])[] = [
  [/^AvailablePhoneNumberCountry$/, 'countries'],
  [/^AvailablePhoneNumber/, 'available_phone_numbers'],
  [/^IncomingPhoneNumber(Local|Mobile|TollFree)?$/, 'incoming_phone_numbers'],
  [/^Media$/, 'media_list'],
  [/^Member$/, 'queue_members'],
  [/^UsageRecord/, 'usage_records'],
  [/^UsageTrigger$/, 'usage_triggers'],
  [/^SipAuth/, 'contents'],
];
const listKey = (entity: Entity): string =>
  LIST_KEYS.find(([pattern]) => pattern.test(entity.name))?.[1] ?? snakeCase(entity.at);

/** Asks by Twilio's own path, and checks the status. */
const ask = async (resource: Resource, verb: Verb, sids: Sids, form?: Json): Promise<Json> => {
  const operation = resource.operations.get(verb);
  const left = [...sids];
  const path = (operation?.path ?? '').replace(/\{\w+\}/g, () => left.shift() ?? '');
  const body = new URLSearchParams(
    Object.entries(form ?? {}).map(([name, value]): [string, string] => [
      pascalCase(name),
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );
  const answer = await twilio.raw(path, {
    method: operation?.method ?? '',
    redirect: 'manual',
    ...(form && { body }),
  });
  const text = await answer.text();
  expect(answer.status, text).toBe(STATUSES[resource.name]?.[verb] ?? usual[verb]);
  return text === '' ? {} : (JSON.parse(text) as Json);
};

/** What an update needs to be taken. */
const changes: Readonly<Record<string, Json>> = {
  Payments: { idempotencyKey: 'again', statusCallback: 'https://example.com/status', capture: 'security-code' },
  Member: { url: 'https://example.com/twiml' },
};
const changeOf = (entity: Entity): Json => {
  const musts = Object.entries(entity.update ?? {}).filter(([, value]) => value.must);
  return (
    changes[entity.name] ?? Object.fromEntries(musts.map(([name, { values }]) => [name, values?.[0] ?? 'Renamed']))
  );
};

/** Lists that have nothing to show in the countries of the sandbox. */
const EMPTY = ['AvailablePhoneNumberMachineToMachine', 'AvailablePhoneNumberSharedCost', 'AvailablePhoneNumberVoip'];

describe.each(core.map((entity) => [entity.name, entity] as const))('%s', (name, entity) => {
  const resource = surface.get(name);
  if (!resource) throw new Error(`surface.json has no ${name}.`);
  const has = (verb: Verb) => resource.operations.has(verb);
  const key = keyField(entity);
  const keyOf = (json: Json | undefined): Sids => (key ? [String(json?.[snakeCase(key)])] : []);
  const rows = async (parents: Sids): Promise<readonly Json[]> =>
    (await ask(resource, 'list', parents))[listKey(entity)] as readonly Json[];

  if (has('list'))
    it('lists as Twilio does', async () => {
      const listed = await rows(await twilio.placeOf(entity));
      expect(listed.length > 0).toBe(!EMPTY.includes(name));
      for (const row of listed) expect(mistakesIn(resource, row, 'list'), JSON.stringify(row)).toEqual([]);
    });

  if (has('create') || has('fetch') || has('update'))
    it('makes, fetches and changes as Twilio does', async () => {
      const parents = has('create') || has('update') ? await twilio.placeToMake(entity) : await twilio.placeOf(entity);
      const made = has('create') ? await ask(resource, 'create', parents, await inputFor(entity, twilio)) : undefined;
      if (made) expect(mistakesIn(resource, made, 'create')).toEqual([]);
      const json = made ?? (has('list') ? (await rows(parents))[0] : undefined);
      const sids = [...parents, ...keyOf(json)];
      if (has('fetch')) expect(mistakesIn(resource, await ask(resource, 'fetch', sids), 'fetch')).toEqual([]);
      if (has('update'))
        expect(mistakesIn(resource, await ask(resource, 'update', sids, changeOf(entity)), 'update')).toEqual([]);
    });
});
