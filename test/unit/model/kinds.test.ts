/** A kind is said in words that follow each other, and saying more of one never changes another. */
import { expect, test } from 'vitest';
import { t } from '../../../src/model/index.ts';

test('marks of a kind add up', () => {
  const kind = t.string.pii.required.about('A name.').deprecated('Use another.');
  expect(kind).toMatchObject({
    scalar: 'String',
    personal: true,
    must: true,
    words: 'A name.',
    reason: 'Use another.',
  });
  expect(t.enum('a', 'b').list.about('Some.')).toMatchObject({ values: ['a', 'b'], many: true, words: 'Some.' });
});

test('a kind that more is said of stays what it was', () => {
  const before = JSON.stringify(t.url);
  t.url.pii.required.list.about('Changed.');
  expect(JSON.stringify(t.url)).toBe(before);
});

test('a phone number is personal by nature', () => {
  expect(t.phone.about('Who called.')).toMatchObject({ scalar: 'String', personal: true });
});

test('a secret and what is left out are hidden', () => {
  expect([t.secret.hidden, t.omit.hidden, t.secret.required.hidden]).toEqual(['secret', 'omit', 'secret']);
});

test('a reference says where it leads', () => {
  expect(t.ref('Call').target).toEqual({ to: 'Call' });
  expect(t.refBy('direction', { inbound: 'A', outbound: 'B' }).pii.target).toEqual({
    by: 'direction',
    cases: { inbound: 'A', outbound: 'B' },
  });
});

test('a list of another entity says by what it is filtered', () => {
  const many = { list: 'Recording', where: { callSid: 'sid' }, words: 'Its recordings.' };
  expect(t.many('Recording', { callSid: 'sid' }, 'Its recordings.')).toEqual(many);
});
