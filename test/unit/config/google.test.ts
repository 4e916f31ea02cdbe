/** Secrets of Google Secret Manager, read from a stand-in on loopback with Google's own authentication. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OAuth2Client } from 'google-auth-library';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { readGoogleSecret, resolveSecret } from '../../../src/config/secrets.ts';

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

/** The client as the server uses it, but with a token of its own and for this stand-in. */
const read = async (status: number, body: object): Promise<string> => {
  asked = [];
  answer = { status, body };
  const client = new OAuth2Client();
  client.setCredentials({ access_token: 'made up' });
  return readGoogleSecret(client, VERSION, `http://127.0.0.1:${(google.address() as AddressInfo).port}`);
};
const payload = (text: string) => ({ payload: { data: Buffer.from(text).toString('base64') } });

it('is the version that is named', async () => {
  expect(await read(200, payload(SECRET))).toBe(SECRET);
  expect(asked).toEqual([`/v1/${VERSION}:access`]);
});

test.each([
  [401, 'UNAUTHENTICATED', /rejects these Google credentials$/],
  [403, 'PERMISSION_DENIED', /may not read it$/],
  [404, 'NOT_FOUND', /there is no such version/],
])('a refusal (%i) is reported in words of our own', async (code, status, expected) => {
  const error = { code, status, message: `no ${SECRET}` };
  await expect(read(code, { error })).rejects.toThrow(expected);
  await expect(read(code, { error })).rejects.not.toThrow(SECRET);
});

test('an empty secret is refused', async () => {
  await expect(read(200, payload(' \n'))).rejects.toThrow(/is empty/);
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
    await expect(resolveSecret(wrong, {}, google)).rejects.toThrow(/must have the form of gcp-secret:/);
  expect(named).toHaveLength(2);
});

test('Google cannot be reached, or there are no credentials', async () => {
  const client = new OAuth2Client();
  client.setCredentials({ access_token: 'made up' });
  await expect(readGoogleSecret(client, VERSION, 'http://127.0.0.1:1')).rejects.toThrow(/cannot be reached$/);
  const without = { request: () => Promise.reject(new Error('Could not load the default credentials.')) };
  await expect(readGoogleSecret(without, VERSION)).rejects.toThrow(/set GOOGLE_APPLICATION_CREDENTIALS$/);
});

test.each([
  [VERSION, 'https://secretmanager.googleapis.com'],
  ['projects/p/locations/europe-west1/secrets/s/versions/3', 'https://secretmanager.europe-west1.rep.googleapis.com'],
])('%s is read from its own endpoint', async (name, endpoint) => {
  const urls: string[] = [];
  const client = {
    request: async ({ url }: { url: string }) => {
      urls.push(url);
      return { data: payload(SECRET) };
    },
  };
  expect(await readGoogleSecret(client, name)).toBe(SECRET);
  expect(urls).toEqual([`${endpoint}/v1/${name}:access`]);
});
