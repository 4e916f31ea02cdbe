/** A process that is killed at each stage of a paid write, and the one that follows on the same store, whichever keeps it. */
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { requireBuild, run, urlOf } from './command.ts';
import { closedAfterTest } from './hooks.ts';
import { message, page } from './rows.ts';
import { startAgainst, TOKEN } from './server.ts';
import { startStandIn } from './standIn.ts';

const SEND = `mutation($key: String, $body: String!) { messageCreate(idempotencyKey: $key,
  input: { to: "+15550100002", from: "+15550100001", body: $body }) { message { sid } userErrors { code } } }`;
const OUTCOME = 'query($key: String!) { operation(idempotencyKey: $key) { state sid } }';

/** Ends the process by itself: when it opens its first connection to this address, or has read the first bytes from it. */
const dyingAt = (stage: 'connect' | 'read', url: string): Record<string, string> => {
  const patch = `
    import { Socket } from "node:net";
    const PORT = "${new URL(url).port}";
    const die = () => { process.kill(process.pid, "SIGKILL"); for (;;); };
    const { connect, read } = Socket.prototype;
    if ("${stage}" === "connect") Socket.prototype.connect = function (...args) {
      if (args.flat(2).some((each) => String(each?.port) === PORT)) die();
      return connect.apply(this, args);
    };
    else Socket.prototype.read = function (...args) {
      const chunk = read.apply(this, args);
      if (chunk !== null && String(this.remotePort) === PORT) die();
      return chunk;
    };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(patch)}` };
};

const askAt = async (url: string, variables: object) => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query: SEND, variables });
  return (await fetch(url, { method: 'POST', headers, body })).json();
};

/** `store`: the settings of a new store, with which several processes open it. */
export const killStages = (store: () => Record<string, string>): void => {
  beforeAll(requireBuild);

  const prepare = async () => {
    const twilio = closedAfterTest(await startStandIn());
    const account = `AC${Math.random().toString(16).slice(2).padEnd(32, '0')}`;
    const settings = {
      ...store(),
      TWILIO_ACCOUNT_SID: account,
      TWILIO_AUTH_TOKEN: TOKEN,
      TWILIO_UPSTREAM_URL: twilio.url,
    };
    const accepted: Record<string, unknown>[] = [];
    let answers = false;
    twilio.play(({ method, path, form }) => {
      if (method === 'GET') return accepted.find(({ sid }) => path.includes(String(sid))) ?? page('messages', accepted);
      const body = form.get('Body');
      const row = message(accepted.length + 1, { body, account_sid: account, date_created: new Date().toUTCString() });
      accepted.push(row);
      return answers ? [201, row] : () => undefined;
    });
    const start = async (more: Record<string, string>) => {
      const first = run({ ...settings, ...more });
      onTestFinished(() => void first.child.kill('SIGKILL'));
      return { ...first, url: await urlOf(first) };
    };
    return {
      accepted,
      twilio,
      bodies: () => accepted.map(({ body }) => body),
      answer: () => {
        answers = true;
      },
      start,
      follow: async () => closedAfterTest(await startAgainst(twilio.url, settings)),
    };
  };

  /** What was not sent is sent with its key; nothing is sent twice. */
  const whileTheyWaitForTheirTurn = async () => {
    const { accepted, bodies, answer, start, follow } = await prepare();
    const first = await start({ TWILIO_TPS_PER_NODE: '1' });
    const keys = ['a', 'b', 'c', 'd'];
    const cutOff = [
      ...keys.map((key) => askAt(first.url, { key, body: key })),
      ...['e', 'f', 'g', 'h'].map((body) => askAt(first.url, { body })),
    ].map((asked) => asked.catch(() => 'cut off'));
    await expect.poll(() => accepted.length).toBeGreaterThan(0);
    first.child.kill('SIGKILL');
    await Promise.all([first.ended, ...cutOff]);
    answer();
    const second = await follow();
    const again = await Promise.all(keys.map((key) => second.ask(SEND, { key, body: key })));
    for (const [i, { data }] of again.entries()) expect(data.messageCreate.message.sid, keys[i]).toBeTruthy();
    expect(new Set(bodies()).size).toBe(bodies().length);
    expect(bodies()).toEqual(expect.arrayContaining(keys));
  };

  /** Nothing has left, but nobody can know that. */
  const afterTheIntentWasRecorded = async () => {
    const { accepted, twilio, answer, start, follow } = await prepare();
    const first = await start(dyingAt('connect', twilio.url));
    await askAt(first.url, { key: 'a', body: 'a' }).catch(() => 'cut off');
    expect(await first.ended).toBe('SIGKILL');
    answer();
    const second = await follow();
    const state = async () => (await second.ask(OUTCOME, { key: 'a' })).data.operation?.state;
    expect(await state()).toMatch(/SENDING|UNKNOWN/);
    await expect.poll(state).toBe('UNKNOWN');
    const { errors } = await second.ask(SEND, { key: 'a', body: 'a' });
    expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
    expect(accepted).toEqual([]);
  };

  const afterItWasSent = async (stage?: 'read') => {
    const { accepted, twilio, answer, start, follow } = await prepare();
    const first = await start(stage === 'read' ? dyingAt(stage, twilio.url) : {});
    if (stage === 'read') answer();
    const cutOff = askAt(first.url, { key: 'a', body: 'a' }).catch(() => 'cut off');
    await expect.poll(() => accepted.length).toBe(1);
    if (stage !== 'read') first.child.kill('SIGKILL');
    expect([await cutOff, await first.ended]).toEqual(['cut off', 'SIGKILL']);
    answer();
    const second = await follow();
    const outcome = async () => (await second.ask(OUTCOME, { key: 'a' })).data.operation;
    const found = { state: 'DONE', sid: accepted[0]?.sid };
    await expect.poll(outcome).toEqual(found);
    const { data } = await second.ask(SEND, { key: 'a', body: 'a' });
    expect(data.messageCreate.message.sid).toBe(found.sid);
    expect(accepted).toHaveLength(1);
  };
  const beforeItsOutcomeWasRecorded = () => afterItWasSent('read');

  // At once: each waits for ten seconds, until its process is known to be dead.
  test('a kill at each stage of a paid write: none is lost, none is sent twice', async () => {
    const stages = [whileTheyWaitForTheirTurn, afterTheIntentWasRecorded, afterItWasSent, beforeItsOutcomeWasRecorded];
    const failures = await Promise.all(
      stages.map((stage) =>
        stage().then(
          () => undefined,
          (error) => new Error(stage.name, { cause: error }),
        ),
      ),
    );
    expect(failures.filter((each) => each !== undefined)).toEqual([]);
  });
};
