/** Secrets of Google Secret Manager, read by Google's own client from a stand-in on loopback. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { resolveSecret, type SecretManager, secretOf } from '../../../src/config/secrets.ts';

const SECRET = 'fedcba9876543210fedcba9876543210';
const VERSION = 'projects/p/secrets/s/versions/latest';

let google: Server;
let answer: { status: number; body: object };
let asked: string[];
beforeAll(async () => {
  google = createServer(({ url }, response) => {
    asked.push(url ?? '');
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  });
  await once(google.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => {
  google.closeAllConnections();
  google.close();
});

/** The client as the server uses it, but for where it calls and with whose token. */
const client = (): SecretManager => {
  const require = createRequire(createRequire(import.meta.url).resolve('@google-cloud/secret-manager'));
  const { OAuth2Client } = require('google-auth-library');
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: 'none of ours' });
  const { SecretManagerServiceClient } = require('@google-cloud/secret-manager');
  const { port } = google.address() as AddressInfo;
  return new SecretManagerServiceClient({
    fallback: true,
    protocol: 'http',
    apiEndpoint: '127.0.0.1',
    port,
    authClient,
    projectId: 'p',
  });
};
const read = (status: number, body: object): Promise<string> => {
  asked = [];
  answer = { status, body };
  return secretOf(client(), VERSION);
};
const payload = (text: string) => ({ payload: { data: Buffer.from(text).toString('base64') } });

it('is the version that is named', async () => {
  expect(await read(200, payload(SECRET))).toBe(SECRET);
  expect(asked).toEqual([expect.stringMatching(new RegExp(`^/v1/${VERSION}:access`))]);
});

test.each([
  [401, 'UNAUTHENTICATED', /does not take these Google credentials$/],
  [403, 'PERMISSION_DENIED', /may not read it$/],
  [404, 'NOT_FOUND', /there is no such version/],
])('a refusal (%i) is told in words of our own', async (code, status, expected) => {
  const error = { code, status, message: `no ${SECRET}` };
  await expect(read(code, { error })).rejects.toThrow(expected);
  await expect(read(code, { error })).rejects.not.toThrow(SECRET);
});

test('a secret without anything in it is none', async () => {
  await expect(read(200, payload(' \n'))).rejects.toThrow(/holds nothing/);
});

test('a setting names it, and only so', async () => {
  const named: string[] = [];
  const google = async (name: string) => {
    named.push(name);
    return `${SECRET}\n`;
  };
  expect(await resolveSecret(`gcp-secret:${VERSION}`, {}, google)).toBe(SECRET);
  expect(await resolveSecret('gcp-secret:projects/p/locations/europe-west1/secrets/s/versions/3', {}, google)).toBe(
    SECRET,
  );
  for (const wrong of ['gcp-secret:', 'gcp-secret:s', `gcp-secret:${VERSION}/..`, 'gcp-secret:projects/p/secrets/s'])
    await expect(resolveSecret(wrong, {}, google)).rejects.toThrow(/must be such as gcp-secret:/);
  expect(named).toHaveLength(2);
});
