/** Whose credentials go to which host, and that a subaccount's work is never done in the account above. */
import { expect, it } from 'vitest';
import { Keyring } from '../../../src/twilio/keyring.ts';

const above = {
  accountSid: `AC${'b'.repeat(32)}`,
  username: `AC${'a'.repeat(32)}`,
  password: 'x',
  throughParent: true,
};

it('gives out what it has, and knows what it has given out before', () => {
  const keyring = new Keyring({ ...above, throughParent: false });
  const first = keyring.for('messaging.twilio.com');
  expect(Buffer.from(first.replace('Basic ', ''), 'base64').toString()).toBe(`${above.username}:x`);
  expect(keyring.hasOtherThan(first)).toBe(false);
  keyring.replace({ ...above, throughParent: false, password: 'y' });
  expect(keyring.hasOtherThan(first)).toBe(true);
  expect(keyring.for('messaging.twilio.com')).not.toBe(first);
});

it('opens a subaccount from above only where the address names the account', () => {
  const keyring = new Keyring(above);
  expect(keyring.for('api.dublin.ie1.twilio.com')).toMatch(/^Basic /);
  expect(() => keyring.for('messaging.twilio.com')).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
});
