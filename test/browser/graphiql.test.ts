/** GraphiQL in a real browser that can reach this server and nothing else. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../src/config/index.ts';
import { operationsFor } from '../../src/http/operations.ts';
import { createLogs } from '../../src/observe/log.ts';
import { type Server, startServer } from '../../src/server/server.ts';

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let server: Server;
let browser: Browser;
let page: Page;
let shots: string;
/** What the browser wanted from elsewhere, and what it complained of. */
const outside: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  server = await startServer(await readConfig({ PORT: '0' }), createLogs({ write: (line) => complaints.push(line) }));
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    args: FLAGS,
  });
  shots = await mkdtemp(join(tmpdir(), 'graphiql-'));
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.route('**/*', (route) => {
    const { hostname, protocol } = new URL(route.request().url());
    if (hostname === '127.0.0.1' || protocol === 'data:' || protocol === 'blob:') return route.continue();
    outside.push(route.request().url());
    return route.abort();
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
});
afterAll(async () => {
  await browser?.close();
  await server?.close(1000);
});

const shoot = async (name: string) => {
  const path = join(shots, `${name}.png`);
  await page.screenshot({ path });
  console.log(`screenshot: ${path}`);
};
const run = () => page.getByRole('button', { name: 'Execute query' }).click();
const result = (of: Page = page) => of.locator('.result-window .CodeMirror').innerText();
const editor = (of: Page = page) => of.locator('.graphiql-query-editor .CodeMirror').innerText();
const names = operationsFor('sandbox').map(({ query }) => /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '');
/** Without the title of the icon that closes a tab. */
const tabs = async (of: Page = page) =>
  (await of.getByRole('tab').allTextContents()).map((text) => text.replace(/ icon$/, ''));

it('opens with the ready operations in tabs, and says that it is the sandbox', async () => {
  await page.goto(server.url);
  await expect.poll(() => tabs()).toEqual(names);
  expect(await page.title()).toBe('twilio-graphql · SANDBOX');
  expect(await page.locator('.strip').innerText()).toBe('SANDBOX');
  await shoot('opened');
});

it('has the focus in the editor: Ctrl-Enter runs the first operation', async () => {
  await expect.poll(() => page.locator('.graphiql-query-editor .CodeMirror-focused').count()).toBe(1);
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => result()).toContain('"calls"');
  await shoot('calls');
});

it('opens a tab at the first click, each with its operation', async () => {
  for (const [i, name] of [...names.entries()].reverse()) {
    await page.getByRole('tab').nth(i).click();
    await expect.poll(() => editor()).toContain(name);
  }
});

it('keeps tabs, what was typed and history over a reload', async () => {
  await page.getByRole('tab', { name: names[2] ?? '' }).click();
  await expect.poll(() => editor()).toContain(names[2]);
  await page.locator('.graphiql-query-editor .CodeMirror').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# typed by me\n');
  // GraphiQL learns which operation the tab has, and stores the tab, a moment after the last key.
  const stored = () =>
    page.evaluate(() =>
      Object.entries(localStorage)
        .filter(([key]) => key.endsWith('tabState'))
        .join(),
    );
  await expect.poll(stored).toContain('typed by me');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => result()).toContain('usageRecordsThisMonth');
  await page.reload();
  await expect.poll(() => tabs()).toEqual(names);
  await expect.poll(() => editor()).toContain('typed by me');
  await page.getByRole('button', { name: 'Show History' }).click();
  await expect.poll(() => page.getByText('SpendThisMonth').count()).toBeGreaterThan(1);
  await shoot('history');
});

it('has a header prepared for a key', async () => {
  await page.getByRole('button', { name: 'Headers', exact: true }).click();
  await expect.poll(() => page.locator('.graphiql-editor-tool').innerText()).toContain('authorization');
  await shoot('headers');
});

it('knows the schema: documentation and completion', async () => {
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByRole('link', { name: 'Query' }).first().click();
  await expect.poll(() => page.getByText('incomingPhoneNumbers').count()).toBeGreaterThan(0);
  await shoot('documentation');
});

it('is as legible in the dark', async () => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await run();
  await expect.poll(() => result()).toContain('usageRecordsThisMonth');
  await shoot('dark');
  await page.emulateMedia({ colorScheme: 'light' });
});

it('asks the connection that it was opened at', async () => {
  const other = await browser.newPage();
  const asked: string[] = [];
  other.on('request', (request) => {
    if (request.method() === 'POST') asked.push(new URL(request.url()).pathname);
  });
  await other.goto(new URL('/connections/default/graphql', server.url).href);
  await expect.poll(() => tabs(other)).toEqual(names);
  await other.getByRole('button', { name: 'Execute query' }).click();
  await expect.poll(() => result(other)).toContain('"calls"');
  expect(new Set(asked)).toEqual(new Set(['/connections/default/graphql']));
  await other.close();
});

it('asked nobody else for anything, and complained of nothing', () => {
  expect(outside).toEqual([]);
  expect(complaints).toEqual([]);
});

it('keeps what was typed at one account from another, which has another colour', async () => {
  const shown = { accountSid: `AC01${'0'.repeat(28)}ef`, name: 'sales' };
  const env = { PORT: '0', TWILIO_ACCOUNT_SID: shown.accountSid, TWILIO_AUTH_TOKEN: 'f'.repeat(32) };
  const live = await startServer(
    // No call is made: nothing is run here.
    await readConfig({ ...env, TWILIO_UPSTREAM_URL: 'http://127.0.0.1:9' }),
    createLogs({ write: () => {} }),
  );
  // The same origin as before, for a browser's storage is the origin's.
  await page.route(`${new URL(server.url).origin}/**`, async (route) => {
    const url = route.request().url().replace(new URL(server.url).origin, new URL(live.url).origin);
    const headers = { ...route.request().headers(), host: new URL(live.url).host, origin: new URL(live.url).origin };
    await route.fulfill({ response: await route.fetch({ url, headers }) });
  });
  await page.goto(server.url);
  const names = operationsFor('live').map(({ query }) => /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '');
  await expect.poll(() => tabs()).toEqual(names);
  expect(await page.locator('.strip').innerText()).toBe('LIVE · AC01…ef');
  expect(await page.title()).toBe('twilio-graphql · LIVE · AC01…ef');
  await expect.poll(() => editor()).toContain(names[0]);
  await shoot('live');
  // GraphiQL's own introspection may still be on its way.
  await page.unrouteAll({ behavior: 'wait' });
  await live.close(1000);
});
