/** Opens a system under test in a process of its own, and speaks GraphQL to it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { freePort, startSystem, usage } from './child.mjs';

const clientOf = (port, system) => {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 300, pipelining: 1 });
  let operations = 0;
  const post = async (query, variables = {}) => {
    operations++;
    const { statusCode, body } = await pool.request({
      path: '/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return { statusCode, text: await body.text() };
  };
  const ask = async (query, variables) => {
    const { statusCode, text } = await post(query, variables);
    const answer = JSON.parse(text);
    if (statusCode !== 200 || answer.errors) throw new Error(`${system.name}: ${text.slice(0, 500)}`);
    return answer.data ?? answer;
  };
  return {
    post,
    ask,
    operations: () => operations,
    forget: () => {
      operations = 0;
    },
    close: () => pool.destroy(),
  };
};

/** Waits for the first answer that is made of rows of the stand-in. */
export const openIn =
  (environment) =>
  async (system, args = system.args) => {
    const port = await freePort();
    const began = performance.now();
    const child = startSystem(args, { ...environment, ...system.env, PORT: String(port) });
    const client = clientOf(port, system);
    const { query, rows } = system.dialect.messages;
    for (;;) {
      if (child.hasEnded() || performance.now() - began > 60_000)
        throw new Error(`${system.name} did not start: ${child.said()}`);
      const data = await client.ask(query, { to: '+15550000001' }).catch((error) => {
        // Reset: a server that tries its port before it loads the rest hangs up on who comes in that moment.
        if (error.code === 'ECONNREFUSED' || error.code === 'ECONNRESET') return undefined;
        throw error;
      });
      if (data && rows(data).length === 50) break;
      await sleep(5);
    }
    const startMs = performance.now() - began;
    const { cpuMicros } = await usage(child);
    const close = async () => {
      await client.close();
      await child.stop();
    };
    return { child, client, url: new URL(`http://127.0.0.1:${port}/`), startMs, startCpuMs: cpuMicros / 1000, close };
  };
