/**
 * A Twilio that loses answers: what it accepts is its log, by which duplicates and losses are counted. It has a process of
 * its own: behind thousands of clients in one process it would accept messages minutes after they were sent.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const MESSAGES = /^\/2010-04-01\/Accounts\/(AC[0-9a-f]{32})\/Messages(?:\/(SM[0-9a-f]{32}))?\.json$/;

/** mulberry32: the same faults for the same seed. */
const randomOf = (seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Starts it in a process of its own; `log` returns what it has accepted until now. */
export const forkUpstream = async (faults) => {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(faults)]);
  process.on('exit', () => child.kill('SIGKILL'));
  const [url] = await once(child, 'message');
  return {
    url,
    log: async () => {
      child.send('log');
      const [log] = await once(child, 'message');
      return log;
    },
    close: () => child.kill('SIGKILL'),
  };
};

/** Shares of accepted or refused messages: `reset` and `error` come after the message was accepted. */
const startUpstream = async ({ reset, error, busy, seed }) => {
  const random = randomOf(seed);
  const accepted = [];
  const bySid = new Map();
  /** Most lookups name a recipient; a list of all that was accepted in ten minutes is too long to be searched for each. */
  const byRecipient = new Map();
  const counts = { posts: 0, reset: 0, error: 0, busy: 0, reads: 0 };

  const accept = (account, form) => {
    const row = {
      sid: `SM${accepted.length.toString(16).padStart(32, '0')}`,
      account_sid: account,
      status: 'queued',
      direction: 'outbound-api',
      to: form.get('To'),
      from: form.get('From'),
      body: form.get('Body'),
      num_media: '0',
      num_segments: '1',
      date_created: new Date().toUTCString(),
      date_updated: new Date().toUTCString(),
    };
    accepted.push(row);
    bySid.set(row.sid, row);
    byRecipient.set(row.to, [...(byRecipient.get(row.to) ?? []), row]);
    return row;
  };

  const post = (account, form, response) => {
    counts.posts++;
    const draw = random();
    if (draw < busy) {
      counts.busy++;
      return answer(response, 429, { code: 20429, message: 'Too Many Requests', status: 429 });
    }
    const row = accept(account, form);
    if (draw < busy + reset) {
      counts.reset++;
      return response.destroy();
    }
    if (draw < busy + reset + error) {
      counts.error++;
      return answer(response, 500, { code: 20500, message: 'Internal Server Error', status: 500 });
    }
    return answer(response, 201, row);
  };

  const list = (url, response) => {
    const { pathname, searchParams: query } = url;
    const size = Math.min(1000, Number(query.get('PageSize') ?? 50));
    // A page is named by how many messages there were when the first one was read: new ones do not move the rest.
    const total = Number(query.get('PageToken') ?? accepted.length);
    const begin = Number(query.get('Page') ?? 0) * size;
    const [to, from] = [query.get('To'), query.get('From')];
    const listed = to === null ? accepted.slice(0, total) : (byRecipient.get(to) ?? []);
    const matching = from === null ? listed : listed.filter((row) => row.from === from);
    const rows = matching.slice(-(begin + size), matching.length - begin).reverse();
    const next = new URLSearchParams(query);
    next.set('Page', String(Number(query.get('Page') ?? 0) + 1));
    next.set('PageToken', String(total));
    const hasNext = begin + size < matching.length;
    answer(response, 200, { messages: rows, next_page_uri: hasNext ? `${pathname}?${next}` : null, page_size: size });
  };

  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const url = new URL(request.url, 'http://upstream');
    const [, account, sid] = MESSAGES.exec(url.pathname) ?? [];
    if (request.method === 'POST' && account) return post(account, new URLSearchParams(body), response);
    counts.reads++;
    if (account && !sid) return list(url, response);
    const row = bySid.get(sid);
    return row ? answer(response, 200, row) : answer(response, 404, { code: 20404, message: 'Not found', status: 404 });
  });
  server.keepAliveTimeout = 30_000;
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    accepted,
    counts,
  };
};

const answer = (response, status, json) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(json));
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.on('disconnect', () => process.exit());
  const { url, accepted, counts } = await startUpstream(JSON.parse(process.argv[2]));
  process.on('message', () => process.send({ accepted, counts }));
  process.send(url);
}
