/** Keys go into Twilio's paths and global IDs come from anyone: nothing but what we gave out may pass. */
import { describe, expect, test } from 'vitest';
import { entities } from '../../../src/entities/index.ts';
import { ApiError } from '../../../src/errors.ts';
import type { Entity, Step } from '../../../src/model/descriptor.ts';
import { GlobalIds, hasPersonalKeys } from '../../../src/model/globalIds.ts';
import { keyArgument } from '../../../src/model/names.ts';
import { ancestors, checkKey, checkSid, keyField, keysOf, lineage } from '../../../src/model/path.ts';

const find = (name: string): Entity | undefined => entities.find((entity) => entity.name === name);
const get = (name: string): Entity => {
  const entity = find(name);
  if (!entity) throw new Error(`No descriptor is named ${name}.`);
  return entity;
};
const digits = '0123456789abcdef0123456789ABCDEF';
const callSid = `CA${digits}`;

/** What a call throws, as the caller of the API gets to see it. */
const refusal = (call: () => unknown): { message: string; argument: unknown; code: unknown } => {
  try {
    call();
  } catch (error) {
    if (error instanceof ApiError)
      return { message: error.message, argument: error.details.argument, code: error.code };
    throw error;
  }
  throw new Error('It was not refused.');
};

const malformed: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['a blank', ' '],
  ['a prefix in small letters', `ca${digits}`],
  ['too few digits', callSid.slice(0, -1)],
  ['too many digits', `${callSid}0`],
  ['a letter that is no digit', `${callSid.slice(0, -1)}g`],
  ['a step up', `../Messages/SM${digits}`],
  ['a step up behind a SID', `${callSid}/../../Messages/SM${digits}`],
  ['a slash', `${callSid}/`],
  ['an encoded slash', `${callSid}%2f`],
  ['an encoded step up', `%2e%2e%2fMessages`],
  ['an encoding of a right digit', `CA%30${digits.slice(1)}`],
  ['a backslash', `${callSid}\\`],
  ['a query', `${callSid}?PageSize=1`],
  ['a fragment', `${callSid}#`],
  ['a semicolon', `${callSid};a`],
  ['an extension', `${callSid}.json`],
  ['a newline behind', `${callSid}\n`],
  ['a newline in front', `\n${callSid}`],
  ['a SID on a line of its own', `x\n${callSid}\nx`],
  ['a carriage return', `${callSid}\r`],
  ['a null character', `${callSid}\0`],
  ['a blank around', ` ${callSid} `],
  ['a Cyrillic С and А', `\u0421\u0410${digits}`],
  ['full-width digits', `CA${'\uff10'.repeat(32)}`],
  ['Arabic digits', `CA${'\u0660'.repeat(32)}`],
  ['an invisible character', `CA${digits.slice(1)}\u200b`],
  ['two SIDs', `${callSid},${callSid}`],
];

describe('checkKey', () => {
  test('lets a SID pass as it is', () => {
    expect(checkKey(get('Call'), callSid, 'sid')).toBe(callSid);
    // Twilio has prefixes that it does not document.
    expect(checkKey(get('Call'), `RE${digits}`, 'sid')).toBe(`RE${digits}`);
  });

  test.each(malformed)('refuses %s', (_, key) => {
    expect(refusal(() => checkKey(get('Call'), key, 'sid'))).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'sid' });
  });

  test('names the argument and the rule, and not what came', () => {
    const rule = 'a SID, such as CA followed by 32 hexadecimal digits';
    expect(refusal(() => checkKey(get('Call'), 'secret?', 'callSid')).message).toBe(`callSid: must be ${rule}`);
    expect(refusal(() => checkKey(get('Call'), '', 'callSid')).message).toBe(`callSid: is empty; it must be ${rule}`);
  });

  test('knows several prefixes', () => {
    expect(checkKey(get('Message'), `SM${digits}`, 'sid')).toBe(`SM${digits}`);
    expect(checkKey(get('Message'), `MM${digits}`, 'sid')).toBe(`MM${digits}`);
    expect(refusal(() => checkKey(get('Message'), `SMM${digits}`, 'sid')).message).toContain('SM or MM followed by 32');
    expect(refusal(() => checkKey(get('Message'), 'SM', 'sid')).code).toBe('BAD_USER_INPUT');
  });

  test('knows keys that are no SID', () => {
    expect(checkKey(get('AvailablePhoneNumberCountry'), 'US', 'countryCode')).toBe('US');
    expect(checkKey(get('Member'), 'Front', 'callSid')).toBe('Front');
    expect(checkKey(get('Member'), callSid, 'callSid')).toBe(callSid);
    for (const key of ['us', 'USA', 'US\n', 'U/', '', '../..', 'Ü1'])
      expect(refusal(() => checkKey(get('AvailablePhoneNumberCountry'), key, 'countryCode')).argument).toBe(
        'countryCode',
      );
    for (const key of ['front', 'Front/', 'Front\n', 'xFront', ''])
      expect(refusal(() => checkKey(get('Member'), key, 'callSid')).message).toContain('Front, for the next call');
  });

  test.each(entities.filter(keyField).map((entity) => [entity.name, entity] as const))(
    '%s takes nothing that leads elsewhere',
    (_, entity) => {
      for (const key of ['', '.', '..', '../x', 'x/y', 'x%2fy', 'x?y', 'x#y', 'x\ny'])
        expect(refusal(() => checkKey(entity, key, 'key')).code).toBe('BAD_USER_INPUT');
    },
  );
});

describe('checkSid', () => {
  test('takes a SID of any kind', () => {
    expect(() => checkSid(`ZZ${digits}`, 'filter.callSid.eq')).not.toThrow();
  });
  test.each(malformed)('refuses %s', (_, key) => {
    expect(refusal(() => checkSid(key, 'filter.callSid.eq')).argument).toBe('filter.callSid.eq');
  });
});

describe('the place of an entity', () => {
  const names = (line: readonly Step[]) => line.map(({ name }) => name);

  test('is said from the outside in', () => {
    expect(names(ancestors(get('Participant')))).toEqual(['Account', 'Conference']);
    expect(names(lineage(get('Participant')))).toEqual(['Account', 'Conference', 'Participant']);
    expect(names(ancestors(get('Account')))).toEqual([]);
  });
  test('passes over what is no resource', () => {
    expect(names(lineage(get('UsageTrigger')))).toEqual(['Account', 'UsageTrigger']);
    expect(names(lineage(get('IncomingPhoneNumberLocal')))).toEqual(['Account']);
  });
  test('ends with the parent where there is no key', () => {
    expect(names(lineage(get('Balance')))).toEqual(['Account']);
    expect(keyField(get('Balance'))).toBeUndefined();
  });
  test('gives its key a name to be called by', () => {
    expect(keyField(get('Call'))).toBe('sid');
    expect(keyArgument(get('Call'))).toBe('callSid');
    expect(keyField(get('Participant'))).toBe('callSid');
    expect(keyArgument(get('Participant'))).toBe('callSid');
    expect(keyArgument(get('AvailablePhoneNumberCountry'))).toBe('countryCode');
  });
});

describe('a global ID', () => {
  const ids = new GlobalIds('secret');
  const sidOf = (entity: Step): string =>
    [entity.sid ?? []].flat()[0] ? `${[entity.sid ?? []].flat()[0]}${digits}` : entity.sid ? `ZZ${digits}` : 'US';
  const sidsOf = (entity: Entity): readonly string[] =>
    lineage(entity).flatMap((step) => keysOf(step).map(() => sidOf(step)));
  const fetched = entities.filter(({ fetch }) => fetch).map((entity) => [entity.name, entity] as const);

  test.each(fetched)('of %s leads back to it', (_, entity) => {
    const id = ids.write(entity, sidsOf(entity));
    expect(id).toMatch(/^[\w-]+$/);
    expect(ids.read(id, find)).toEqual({ entity, sids: sidsOf(entity) });
    const plain = `${entity.name}:${sidsOf(entity).join('/')}`;
    expect(id === Buffer.from(plain).toString('base64url')).toBe(!hasPersonalKeys(entity));
  });

  test.each(fetched.filter(([, entity]) => hasPersonalKeys(entity)))('of %s does not say its keys', (_, entity) => {
    const sids = sidsOf(entity);
    const id = ids.write(entity, sids);
    const decoded = Buffer.from(id, 'base64url').toString('latin1');
    expect(decoded.startsWith(`${entity.name}:`)).toBe(true);
    for (const sid of sids) expect(decoded.slice(entity.name.length)).not.toContain(sid);
    expect(ids.write(entity, sids)).toBe(id);
    expect(new GlobalIds('secret').write(entity, sids)).toBe(id);
    const refused = [
      id.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A')),
      Buffer.from(`${entity.name}:${sids.join('/')}`).toString('base64url'),
      id.slice(0, -4),
      `${id}=`,
      new GlobalIds('other').write(entity, sids),
      Buffer.concat([Buffer.from('SyncMap'), Buffer.from(id, 'base64url')]).toString('base64url'),
    ];
    for (const wrong of refused) expect(refusal(() => ids.read(wrong, find)).code, wrong).toBe('BAD_USER_INPUT');
    const rotated = new GlobalIds('secret');
    rotated.rotate('next');
    expect(rotated.read(id, find)).toEqual({ entity, sids });
    expect(rotated.write(entity, sids)).not.toBe(id);
    rotated.rotate('last');
    expect(refusal(() => rotated.read(id, find)).code).toBe('BAD_USER_INPUT');
  });

  test.each(entities.filter(({ fetch }) => !fetch).map((entity) => [entity.name, entity] as const))(
    'of %s, which cannot be fetched, is refused',
    (_, entity) => {
      expect(refusal(() => ids.read(ids.write(entity, sidsOf(entity)), find)).code).toBe('BAD_USER_INPUT');
    },
  );

  const encode = (text: string): string => Buffer.from(text).toString('base64url');
  const account = `AC${digits}`;
  const right = encode(`Call:${account}/${callSid}`);
  const edited: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['a bare SID', callSid],
    ['words', 'not an id'],
    ['a part of one', right.slice(0, -4)],
    ['more of one', `${right}AAAA`],
    ['padding', encode(`Call:${account}/${callSid}`).padEnd(Math.ceil(right.length / 4) * 4 + 4, '=')],
    ['a blank in it', `${right.slice(0, 8)} ${right.slice(8)}`],
    ['a newline behind', `${right}\n`],
    ['an unknown entity', encode(`Phone:${account}/${callSid}`)],
    ["an entity that is JavaScript's", encode(`constructor:${account}/${callSid}`)],
    ['a deeper entity', encode(`Participant:${account}/${callSid}`)],
    ['one SID too few', encode(`Call:${callSid}`)],
    ['one SID too many', encode(`Call:${account}/${callSid}/${callSid}`)],
    ['no SID', encode('Call:')],
    ['empty SIDs', encode('Call:/')],
    ['a step up', encode(`Call:${account}/..`)],
    ['a query', encode(`Call:${account}/${callSid}?a`)],
    ['a newline in it', encode(`Call:${account}/${callSid}\n`)],
    ['a line before it', encode(`x\nCall:${account}/${callSid}`)],
    ['a blank before it', encode(` Call:${account}/${callSid}`)],
    ['lookalikes', encode(`Call:${account}/\u0421\u0410${digits}`)],
    ['broken UTF-8', Buffer.from([0x43, 0x61, 0xff, 0xfe]).toString('base64url')],
    ['the alphabet of plain base64', Buffer.from(`Call:${account}/${callSid}>>>???`).toString('base64')],
  ];
  test.each(edited)('is refused with %s', (_, id) => {
    const { code, argument, message } = refusal(() => ids.read(id, find, 'ids.0'));
    expect([code, argument]).toEqual(['BAD_USER_INPUT', 'ids.0']);
    expect(message).toMatch(/is not an id of this API|must be/);
  });

  test('is refused when one letter of it is another', () => {
    const letters = [...right];
    for (const i of letters.keys()) {
      const changed = letters.with(i, letters[i] === 'A' ? 'B' : 'A').join('');
      const read = (): string => {
        const { entity, sids } = ids.read(changed, find);
        return ids.write(entity, sids);
      };
      // It may name another call, but then it is that call's own ID.
      try {
        expect(read()).toBe(changed);
      } catch (error) {
        expect(error).toBeInstanceOf(ApiError);
      }
    }
  });
});
