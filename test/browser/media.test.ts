/** Recordings and pictures in a real browser: opened by their addresses they play and show, and HTML does not run. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst, startTestServer, type TestServer } from '../support/server.ts';
import { type StandIn, startStandIn } from '../support/standIn.ts';

let sandbox: TestServer;
let twilio: StandIn;
let server: TestServer;
let browser: Browser;
let page: Page;
const complaints: string[] = [];
beforeAll(async () => {
  twilio = await startStandIn();
  [sandbox, server] = await Promise.all([startTestServer({}), startAgainst(twilio.url)]);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    args: ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
  });
  page = await browser.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico')) complaints.push(message.text());
  });
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([sandbox?.close(), server?.close(), twilio?.close()]);
});

it.each(['MP3', 'WAV'])('a recording plays as %s, and can be wound on', async (format) => {
  const { data } = await sandbox.ask(
    `{ recording(sid: "RE2e915e78549694bd0a0742d2d39454e5") { duration mediaUrl(format: ${format}) } }`,
  );
  await page.goto(data.recording.mediaUrl);
  const end = data.recording.duration - 2;
  const played = await page.evaluate(`(async () => {
    const player = document.querySelector('video, audio');
    player.muted = true;
    if (!(player.readyState > 0)) await new Promise((done, failed) => {
      player.onloadedmetadata = done;
      setTimeout(failed, 5000, new Error(String(player.error?.message)));
    });
    player.currentTime = ${end};
    await player.play();
    await new Promise((done) => { player.ontimeupdate = () => player.currentTime > ${end} && done(); });
    return { length: Math.round(player.duration), error: player.error };
  })()`);
  expect(played).toEqual({ length: data.recording.duration, error: null });
  expect(complaints).toEqual([]);
});

it('pictures of the sandbox show', async () => {
  const { data } = await sandbox.ask(
    '{ messages(first: 200, filter: { numMedia: { gt: 0 } }) { nodes { media { nodes { contentType contentUrl } } } } }',
  );
  const all = data.messages.nodes.flatMap(({ media }: { media: { nodes: object[] } }) => media.nodes);
  for (const type of ['image/png', 'image/jpeg']) {
    const { contentUrl } = all.find(({ contentType }: { contentType: string }) => contentType === type);
    await page.goto(contentUrl);
    expect(await page.evaluate('document.querySelector("img").naturalWidth')).toBe(64);
  }
  expect(complaints).toEqual([]);
});

it.each(['text/html', 'image/svg+xml'])('what a sender made of %s is saved, not opened', async (type) => {
  const script = '<script xmlns="http://www.w3.org/1999/xhtml">document.title = "ran"</script>';
  twilio.play(() => (response) => {
    response.writeHead(200, { 'content-type': type });
    response.end(type === 'text/html' ? script : `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`);
  });
  const saved = page.waitForEvent('download');
  const path = `/media/messages/${ACCOUNT}/${sid('MM')}/${sid('ME')}`;
  await page.goto(new URL(path, server.url).href).catch(() => {});
  await (await saved).cancel();
  expect(await page.title()).not.toBe('ran');
});
