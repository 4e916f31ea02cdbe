/** Makes docs/graphiql.png: GraphiQL on the sandbox, with the result of a query. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = new URL('../../', import.meta.url);
const server = spawn(process.execPath, [fileURLToPath(new URL('dist/bundle/main.js', root))], {
  env: { PATH: process.env.PATH, PORT: '0' },
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromiumSandbox: false,
  args: ['--disable-gpu', '--disable-background-networking', '--hide-scrollbars'],
});
try {
  const [banner] = await once(server.stdout.setEncoding('utf8'), 'data');
  const [url] = /http:\S+\/graphql/.exec(banner);
  const page = await browser.newPage({ viewport: { width: 1200, height: 720 }, colorScheme: 'light' });
  await page.goto(url);
  await page.getByRole('button', { name: 'Execute query' }).click({ timeout: 60_000 });
  await page.locator('.result-window', { hasText: '"data"' }).waitFor({ timeout: 60_000 });
  await page.screenshot({ path: fileURLToPath(new URL('docs/graphiql.png', root)) });
} finally {
  await browser.close();
  server.kill('SIGTERM');
}
