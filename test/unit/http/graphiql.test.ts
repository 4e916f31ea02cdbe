/** GraphiQL's page as it is sent: small, cached, and allowed to run and reach nothing but itself. */
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
    expect(html).toContain('<title>twilio-graphql · SANDBOX</title>');
    expect(html).toContain('query RecentCalls');
    if (encoding) expect(bytes.length).toBeLessThan(html.length / 2);
  }
});

it('is sent once: a browser that has it gets a 304', async () => {
  const { headers } = await open();
  const again = await open({ 'if-none-match': String(headers.etag) });
  expect([again.status, again.bytes.length]).toEqual([304, 0]);
  expect((await open({ 'if-none-match': '"another"' })).status).toBe(200);
});

it('runs scripts of its own server only, and reaches its own server only', async () => {
  const { headers, text } = await open();
  const policy = String(headers['content-security-policy']);
  for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'self'"]) expect(policy).toContain(rule);
  expect(policy).not.toMatch(/http|\*|unsafe-eval/);
  expect(text).not.toMatch(/<script>|\son\w+=/);
});

it('loads files that are there, and weighs less than 1.7 MB, compressed less than 0.7', async () => {
  const { text } = await open();
  const names = [...text.matchAll(/(?:src|href)="(graphiql\/[^"]+)"/g)].map(([, name]) => `/${name}`);
  expect(names).toHaveLength(6);
  let bytes = 0;
  let packed = 0;
  for (const path of names) {
    const file = await harness.send({ path });
    expect([path, file.status, file.headers['x-content-type-options']]).toEqual([path, 200, 'nosniff']);
    expect(file.headers['content-type']).toMatch(path.endsWith('.css') ? 'text/css' : 'text/javascript');
    bytes += file.bytes.length;
    packed += (await harness.send({ path, headers: { 'accept-encoding': 'br' } })).bytes.length;
    const again = await harness.send({ path, headers: { 'if-none-match': String(file.headers.etag) } });
    expect(again.status).toBe(304);
  }
  expect(bytes).toBeLessThan(1_700_000);
  expect(packed).toBeLessThan(700_000);
  for (const path of ['/graphiql/', '/graphiql/package.json', '/graphiql/../package.json', '/graphiql/constructor'])
    expect((await harness.send({ path })).status).toBe(404);
});

it('says which account it is, and keeps the tabs of each apart', async () => {
  const settingsOf = (text: string) => JSON.parse(/id="settings">(.*?)<\/script>/s.exec(text)?.[1] ?? '');
  const keys = new Set<string>();
  for (const [shown, label] of [
    [{ name: 'default' }, 'SANDBOX'],
    [{ name: 'trial' }, 'SANDBOX · trial'],
    [{ name: 'sales', accountSid: `AC01${'0'.repeat(28)}ef` }, 'LIVE · sales · AC01…ef'],
    [{ name: 'sales', accountSid: `AC02${'0'.repeat(28)}ef` }, 'LIVE · sales · AC02…ef'],
  ] as const) {
    const other = await startHarness('127.0.0.1', { shown });
    const { text } = await other.send({ path: '/graphql', headers: { accept: 'text/html' } });
    other.close();
    expect(text).toContain(`<title>twilio-graphql · ${label}</title>`);
    const { storageKey, tabs, label: strip } = settingsOf(text);
    expect(strip).toBe(label);
    keys.add(storageKey);
    expect(JSON.stringify(tabs).includes('mutation SendMessage')).toBe(label.startsWith('SANDBOX'));
    expect(text).not.toContain('0'.repeat(20));
  }
  expect(keys.size).toBe(4);
});

it('is not what a program gets', async () => {
  expect((await harness.send({ headers: { accept: 'application/json' } })).headers['content-type']).toContain('json');
  expect((await open({ accept: '*/*' })).headers['content-type']).toContain('json');
});
