/** What Twilio says of a failure, for callers without `pii:read`: no number, and no personal key in any form. */
import { expect, test } from 'vitest';
import { entities } from '../../../../src/entities/index.ts';
import { ApiError } from '../../../../src/errors.ts';
import { createRegistry } from '../../../../src/model/index.ts';
import { redactorOf } from '../../../../src/twilio/rows/index.ts';

const registry = createRegistry(entities);
const redacted = (key: string, text: string): string => {
  const details = { status: 400, twilioCode: 21211 };
  const error = redactorOf(registry.get('SyncMapItem'), ['IS1', 'MP1', key])(new ApiError('REJECTED', text, details));
  expect(error).toMatchObject({ code: 'REJECTED', details });
  return (error as ApiError).message;
};

test.each([
  'ada@example.com',
  'a b',
  'Zoë & co. (+$1|[x]{2}^?*\\)',
  '$&',
  '..',
  '50%',
  'a/b',
  '\ud800',
  '日本',
  'client:ada',
])('the key %j', (key) => {
  const url = [...key].map((each) => encodeURIComponent(each.replace(/\p{Cs}/u, '\ufffd'))).join('');
  const hidden = key.startsWith('client:') ? 'client:•••' : '•••';
  for (const form of [key, url])
    expect(redacted(key, `/Items/${form} was not found: '${form}'`)).toBe(
      `/Items/${hidden} was not found: '${hidden}'`,
    );
});

test('a short key stays in other words, and SIDs of what the row lies in stay', () => {
  expect(redacted('a', 'a bad map MP1: key a')).toBe('••• bad map MP1: key •••');
});

test.each([
  ['+15005550001', '+1500•••0001'],
  ["'To' whatsapp:+15005550001, sip:+4930123456789@x", "'To' whatsapp:+1500•••0001, sip:+4930•••6789@x"],
  ['/PhoneNumbers/%2b15005550001', '/PhoneNumbers/%2b1500•••0001'],
  ['+1234567', '+12•••67'],
  ["Invalid 'To': ada.l+x@example.co.uk, /Users/zoë%40example.com.", "Invalid 'To': •••, /Users/•••."],
  ['sip:+4930123456789@example.com and a@b', 'sip:••• and a@b'],
  ['+123456 and 21211', '+123456 and 21211'],
])('numbers and addresses in %s', (text, expected) => {
  expect(redacted('key-of-row', text)).toBe(expected);
});

test('a long text is searched once', () => {
  const text = 'a.'.repeat(500_000);
  expect(redacted('key-of-row', `${text} +15005550001`)).toBe(`${text} +1500•••0001`);
});

test('another failure, and one that says nothing personal, is the same', () => {
  const redact = redactorOf(registry.get('Message'), ['AC1', 'SM1']);
  for (const error of [new Error('+15005550001'), new ApiError('NOT_FOUND', 'SM1 was not found')])
    expect(redact(error)).toBe(error);
});
