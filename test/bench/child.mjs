/** Processes of the benchmark: started with a probe in them, spoken to over IPC, and none of them left behind. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const PROBE = new URL('probe.mjs', import.meta.url).href;
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** With the probe in it. */
export const startSystem = (args, env) => start(['--import', PROBE, ...args], env);

/** `args` as of `node`; what it writes is kept for when it fails. */
export const start = (args, env) => {
  const child = spawn(process.execPath, args, {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  let said = '';
  const hear = (chunk) => {
    said = (said + chunk).slice(-4000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = once(child, 'exit').then(() => running.delete(child));
  return {
    ended,
    said: () => said,
    hasEnded: () => !running.has(child),
    ask: async (message) => {
      child.send(message);
      const [answer] = await once(child, 'message', { signal: AbortSignal.timeout(30_000) });
      return answer;
    },
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};

export const usage = (child) => child.ask({ ask: 'usage' });

export const freePort = async () => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
};
