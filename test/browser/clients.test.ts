/** The page of docs/front-end.md in a browser, from another port; the same with urql and Relay; their code generators. */
import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';

const folder = new URL('../clients/', import.meta.url);
const cwd = fileURLToPath(folder);
const npm = async (...args: string[]) => promisify(execFile)('npm', args, { cwd, env: { ...process.env, ...address } });
const address: Record<string, string> = {};

const changedAt = (file: string) =>
  stat(new URL(file, folder)).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
const install = async () => {
  if ((await changedAt('node_modules/.package-lock.json')) < (await changedAt('package-lock.json')))
    await npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline');
};

const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript' };
/** Serves the built page as any web server does. */
const serve = async (): Promise<Server> => {
  const server = createServer(async ({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://page');
    const file = pathname === '/' ? 'index.html' : pathname.slice(1);
    const content = await readFile(new URL(`dist/${file}`, folder)).catch(() => undefined);
    response.writeHead(content ? 200 : 404, { 'content-type': TYPES[file.replace(/^.*\./, '')] ?? 'text/plain' });
    response.end(content);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
};

const NUMBER = '+12065550121';
const FROM = '+15125550130';
let server: TestServer;
let pages: Server;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  server = await startTestServer({ ALLOWED_ORIGINS: 'http://127.0.0.1:*' });
  address.VITE_GRAPHQL_URL = server.url;
  await install();
  await npm('run', 'generate');
  await Promise.all([npm('run', 'check'), npm('run', 'build')]);
  pages = await serve();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    args: ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
  });
  page = await browser.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  const { port } = pages.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/?number=${encodeURIComponent(NUMBER)}`);
});
afterAll(async () => {
  await browser?.close();
  pages?.close();
  await server?.close();
});

describe('the page, with Apollo Client', () => {
  const list = (name: string) => page.getByRole('region', { name });
  const rows = (name: string) => list(name).getByRole('listitem');

  it.each(['Messages', 'Calls'])('lists %s, and adds the next page to them', async (name) => {
    await expect.poll(() => rows(name).count()).toBe(3);
    const first = await rows(name).allTextContents();
    await list(name).getByRole('button', { name: 'Load more' }).click();
    await expect.poll(() => rows(name).count()).toBeGreaterThan(3);
    expect((await rows(name).allTextContents()).slice(0, 3)).toEqual(first);
  });

  it('says what is wrong with a message, and sends it when it is right', async () => {
    await page.getByRole('button', { name: 'Send' }).click();
    // An empty text.
    await expect.poll(() => page.getByRole('alert').allTextContents()).toHaveLength(1);
    await page.getByLabel('Text').fill('Hello from the page');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => rows('Messages').first().innerText()).toContain('Hello from the page');
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByLabel('Text').inputValue()).toBe('');
  });

  it('removes a deleted message from the list, by the deletedId of the answer', async () => {
    const count = await rows('Messages').count();
    const last = await rows('Messages').last().innerText();
    await rows('Messages').last().getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => rows('Messages').count()).toBe(count - 1);
    expect(await rows('Messages').allInnerTexts()).not.toContain(last);
  });

  it('has no errors or warnings in the console', () => expect(complaints).toEqual([]));
});

it("a development server's proxy needs no setting here", async () => {
  const closed = await startTestServer({});
  const { createServer } = await import(new URL('node_modules/vite/dist/node/index.js', folder).href);
  const target = new URL(closed.url).origin;
  const dev = await createServer({
    root: cwd,
    configFile: false,
    logLevel: 'silent',
    server: { host: '127.0.0.1', port: 0, proxy: { '/graphql': target } },
  });
  try {
    await dev.listen();
    const origin = `http://127.0.0.1:${dev.httpServer.address().port}`;
    const other = await browser.newPage();
    await other.goto(`${origin}/package.json`);
    const ask = `fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ account { status } }' }),
    }).then((response) => response.json())`;
    expect(await other.evaluate(ask)).toMatchObject({ data: { account: { status: 'ACTIVE' } } });
    await other.close();
  } finally {
    await dev.close();
    await closed.close();
  }
});

/** They are typed and checked where their packages are: in test/clients. */
const runOf = async (client: string) => (await import(new URL(`${client}/run.ts`, folder).href)).run;

describe('other clients do the same', () => {
  const warned: unknown[][] = [];
  const { warn, error } = console;
  beforeAll(() => {
    console.warn = (...message) => warned.push(message);
    console.error = console.warn;
  });
  afterAll(() => {
    console.warn = warn;
    console.error = error;
  });

  it('urql, with its normalized cache and types of gql.tada', async () => {
    const done = await (await runOf('urql'))(server.url, { to: NUMBER, from: FROM, body: 'Hello from urql' });
    expect(done.bothPages).toHaveLength(6);
    expect(done.bothPages.slice(0, 3)).toEqual(done.firstPage);
    expect(done.figures.count).toBeGreaterThan(10);
    expect(done.figures.countBy.length).toBeGreaterThan(2);
    expect(done.sent).toBe('Hello from urql');
    expect(done.deletedId).toBe(done.old);
    expect(done.cached).toEqual({ before: done.old, after: undefined });
  });

  it('Relay, with its compiler: the connection follows', async () => {
    const done = await (await runOf('relay'))(server.url, { to: NUMBER, from: FROM, body: 'Hello from Relay' });
    expect(done.bothPages.length).toBeGreaterThan(3);
    expect(done.bothPages.slice(0, 3)).toEqual(done.firstPage);
    expect(done.afterSend).toEqual([done.sent, ...done.bothPages]);
    expect(done.deletedId).toBe(done.old);
    expect(done.afterDelete).toEqual(done.afterSend.slice(0, -1));
  });

  it('without warnings', () => expect(warned).toEqual([]));
});
