/** Observers are told one after the other, and none of them can fail what they observe. */
import { expect, test } from 'vitest';
import { together } from '../../src/events.ts';

test('an observer that fails keeps nothing from the others, nor from who tells', () => {
  const told: string[] = [];
  const observer = together(
    {
      asked: () => {
        throw new Error('full');
      },
    },
    {},
    { asked: (entity) => told.push(entity) },
  );
  expect(() => observer.asked?.('Call')).not.toThrow();
  expect(told).toEqual(['Call']);
});
