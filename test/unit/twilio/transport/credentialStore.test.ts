/** Whose credentials go to which host, and that a subaccount's work is never done in the parent account. */
import { expect, it } from 'vitest';
import { CredentialStore } from '../../../../src/twilio/transport/credentialStore.ts';

const parent = {
  accountSid: `AC${'b'.repeat(32)}`,
  username: `AC${'a'.repeat(32)}`,
  password: 'x',
  throughParent: true,
};
const shown = (authorization: string) => Buffer.from(authorization.replace('Basic ', ''), 'base64').toString();
const never = () => Promise.reject(new Error('not looked up'));

it('knows what it returned before', () => {
  const credentialStore = new CredentialStore({ ...parent, throughParent: false });
  expect(credentialStore.needsOther('messaging.twilio.com')).toBe(false);
  const first = credentialStore.authorization;
  expect(shown(first)).toBe(`${parent.username}:x`);
  expect(credentialStore.hasOtherThan(first)).toBe(false);
  credentialStore.replace({ ...parent, throughParent: false, password: 'y' });
  expect(credentialStore.hasOtherThan(first)).toBe(true);
  expect(credentialStore.authorization).not.toBe(first);
});

it('opens a subaccount with the credentials of its parent only where the address names the account', () => {
  const credentialStore = new CredentialStore(parent);
  expect(credentialStore.needsOther('api.dublin.ie1.twilio.com')).toBe(false);
  expect(credentialStore.needsOther('messaging.twilio.com')).toBe(true);
});

it('reads the token of the subaccount once, again after a failure, and again after Twilio refused it', async () => {
  const credentialStore = new CredentialStore(parent);
  let count = 0;
  const lookUp = (accountSid: string) =>
    ++count === 1 ? Promise.reject(new Error('down')) : Promise.resolve(`${accountSid.slice(0, 3)} token ${count}`);
  await expect(credentialStore.forProduct(lookUp)).rejects.toThrow('down');
  const [one, two] = await Promise.all([credentialStore.forProduct(lookUp), credentialStore.forProduct(lookUp)]);
  expect([shown(one), two, count]).toEqual([`${parent.accountSid}:ACb token 2`, one, 2]);
  expect(credentialStore.hasOtherThan(one)).toBe(true);
  expect(shown(await credentialStore.forProduct(lookUp))).toBe(`${parent.accountSid}:ACb token 3`);
});

it('uses the token that is given, and refuses where there is none', async () => {
  const own = new CredentialStore({ ...parent, products: { ownToken: 'own' } });
  expect(shown(await own.forProduct(never))).toBe(`${parent.accountSid}:own`);
  for (const other of [{ products: 'refuse' as const }, { username: `SK${'c'.repeat(32)}` }])
    await expect(new CredentialStore({ ...parent, ...other }).forProduct(never)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
});
