/** GraphiQL's page as it is sent: small, cached, and allowed to run and reach nothing but itself. */
import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Harness, startHarness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const open = (headers: Record<string, string> = {}, path = '/graphql') =>
  harness.send({ path, headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', ...headers } });

it('is served to a browser, in the form that it accepts', async () => {
  const forms = [
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ['', undefined, (bytes: Buffer) => bytes],
  ] as const;
  for (const [accepted, encoding, decode] of forms) {
    const { status, headers, bytes } = await open({ 'accept-encoding': accepted });
    expect([status, headers['content-encoding'], headers['content-type']]).toEqual([
      200,
      encoding,
      'text/html; charset=utf-8',
    ]);
    const html = decode(bytes).toString();
    expect(html).toContain('<title>twilio-graphql</title>');
    expect(html).toContain('query RecentCalls');
    if (encoding) expect(bytes.length).toBeLessThan(html.length / 3);
  }
});

it('is sent once: a browser that has it gets a 304', async () => {
  const { headers } = await open();
  const again = await open({ 'if-none-match': String(headers.etag) });
  expect([again.status, again.bytes.length]).toEqual([304, 0]);
  expect((await open({ 'if-none-match': '"another"' })).status).toBe(200);
});

it('runs its own scripts only, and reaches its own server only', async () => {
  const { headers, text } = await open();
  const [, script = ''] = /<script>(.*?)<\/script>/s.exec(text) ?? [];
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}';`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/http|\*|unsafe-eval/);
});

it('is not what a program gets', async () => {
  expect((await harness.send({ headers: { accept: 'application/json' } })).headers['content-type']).toContain('json');
  expect((await open({ accept: '*/*' })).headers['content-type']).toContain('json');
});
