/** Cursors say nothing to those who hold them, and are worth something only where they were written. */
import { expect, test } from 'vitest';
import { entities } from '../../../../src/entities/index.ts';
import { createRegistry } from '../../../../src/model/index.ts';
import { splitFilter } from '../../../../src/twilio/filtering/index.ts';
import { Cursors, sizeOf } from '../../../../src/twilio/lists/index.ts';
import type { List } from '../../../../src/twilio/lists/scan.ts';

const entity = createRegistry(entities).get('Message');
const list: List = { entity, parents: ['AC1'], filter: splitFilter(entity, undefined), orderBy: [] };
const place = (key: string, size = 50) => ({
  size,
  last: 0,
  positions: [{ page: '/Messages.json?PageToken=secret', offset: 3, key, sort: ['+15550100001'] }],
});
const cursors = new Cursors('secret');
const changed = (cursor: string, at: number): string => {
  const bytes = Buffer.from(cursor, 'base64url');
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes.toString('base64url');
};

test('a cursor is the same each time, is read again, and shows its page size alone', () => {
  for (const key of ['SM1', '', 'a', '\u0000', 'ü'.repeat(300)])
    for (const size of [0, 1, 50, 1000]) {
      const cursor = cursors.write(list, place(key, size), 'rights');
      expect(cursors.write(list, place(key, size), 'rights')).toBe(cursor);
      expect(new Cursors('secret').read(list, cursor, 'rights')).toEqual(place(key, size));
      expect(sizeOf(cursor)).toBe(size || undefined);
      expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toMatch(/SM1|5550|secret|Messages/);
    }
  expect(sizeOf('')).toBeUndefined();
  expect(sizeOf('AAAA')).toBeUndefined();
});

test('cursors of nearly the same place have nothing in common behind the size', () => {
  const [one, other] = ['SM1', 'SM2'].map((key) =>
    Buffer.from(cursors.write(list, place(key)), 'base64url').subarray(2),
  );
  const same = [...(one ?? [])].filter((byte, i) => byte === other?.[i]).length;
  expect(one?.length).toBe(other?.length);
  expect(same).toBeLessThan((one?.length ?? 0) / 4);
});

test('no byte can be changed, and no other secret, rights or list reads it', () => {
  const cursor = cursors.write(list, place('SM1'), 'rights');
  const { length } = Buffer.from(cursor, 'base64url');
  for (let at = 0; at < length; at++) expect(() => cursors.read(list, changed(cursor, at), 'rights')).toThrow('after');
  expect(() => cursors.read(list, `${cursor}=`, 'rights')).toThrow('after');
  expect(() => cursors.read(list, cursor, 'others')).toThrow('after');
  expect(() => cursors.read({ ...list, parents: ['AC2'] }, cursor, 'rights')).toThrow('after');
  expect(() => new Cursors('other').read(list, cursor, 'rights')).toThrow('after');
});

test('after a rotation, cursors of the last secret are read, and those of the one before are not', () => {
  const rotated = new Cursors('secret');
  const cursor = rotated.write(list, place('SM1'));
  rotated.rotate('next');
  expect(rotated.read(list, cursor)).toEqual(place('SM1'));
  const next = rotated.write(list, place('SM1'));
  expect(next).not.toBe(cursor);
  rotated.rotate('last');
  expect(rotated.read(list, next)).toEqual(place('SM1'));
  expect(() => rotated.read(list, cursor)).toThrow('after');
});
