/** Whose credentials go to which host, and that a subaccount's work is never done in the account above. */
import { expect, it } from 'vitest';
import { CredentialStore } from '../../../../src/twilio/transport/credentialStore.ts';

const above = {
  accountSid: `AC${'b'.repeat(32)}`,
  username: `AC${'a'.repeat(32)}`,
  password: 'x',
  throughParent: true,
};

it('gives out what it has, and knows what it has given out before', () => {
  const credentialStore = new CredentialStore({ ...above, throughParent: false });
  const first = credentialStore.for('messaging.twilio.com');
  expect(Buffer.from(first.replace('Basic ', ''), 'base64').toString()).toBe(`${above.username}:x`);
  expect(credentialStore.hasOtherThan(first)).toBe(false);
  credentialStore.replace({ ...above, throughParent: false, password: 'y' });
  expect(credentialStore.hasOtherThan(first)).toBe(true);
  expect(credentialStore.for('messaging.twilio.com')).not.toBe(first);
});

it('opens a subaccount from above only where the address names the account', () => {
  const credentialStore = new CredentialStore(above);
  expect(credentialStore.for('api.dublin.ie1.twilio.com')).toMatch(/^Basic /);
  expect(() => credentialStore.for('messaging.twilio.com')).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
});
