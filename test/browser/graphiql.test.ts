/** GraphiQL in a real browser that can reach this server and nothing else. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../src/config/index.ts';
import { operations } from '../../src/http/operations.ts';
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
const result = () => page.locator('.result-window .view-lines').innerText();

it('opens with the ready operations in tabs', async () => {
  await page.goto(server.url);
  const names = operations.map(({ query }) => /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '');
  const tabs = page.getByRole('tab');
  await expect.poll(() => tabs.allTextContents()).toEqual(names.map((name) => expect.stringContaining(name)));
  await shoot('opened');
});

it('runs the first operation', async () => {
  await run();
  await expect.poll(result).toContain('"calls"');
  await shoot('calls');
});

it('knows the schema: documentation and completion', async () => {
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByRole('link', { name: 'Query' }).first().click();
  await expect.poll(() => page.getByText('incomingPhoneNumbers').count()).toBeGreaterThan(0);
  await shoot('documentation');
});

it('asks the connection that it was opened at', async () => {
  const other = await browser.newPage();
  const asked: string[] = [];
  other.on('request', (request) => {
    if (request.method() === 'POST') asked.push(new URL(request.url()).pathname);
  });
  await other.goto(new URL('/connections/default/graphql', server.url).href);
  await expect.poll(() => other.getByRole('tab').count()).toBe(operations.length);
  await other.getByRole('button', { name: 'Execute query' }).click();
  const shown = () => other.locator('.result-window .view-lines').innerText();
  await expect.poll(shown).toContain('"calls"');
  expect(new Set(asked)).toEqual(new Set(['/connections/default/graphql']));
  await other.close();
});

it('asked nobody else for anything, and complained of nothing', () => {
  expect(outside).toEqual([]);
  expect(complaints).toEqual([]);
});
