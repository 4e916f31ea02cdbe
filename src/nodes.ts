/** Several server processes on one port: starts them, replaces one that has ended, and ends them all. */
import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Config } from './config.ts';
import { answerMetrics } from './observe/cluster.ts';
import type { Log } from './observe/log.ts';
import type { Server } from './server.ts';

/** A process that lived this long was not born broken. */
const SOUND_MS = 10_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** What a process gets beyond the time that it has to end in. */
const GRACE_MS = 2000;

/** What a process tells the one that started it, once it listens. */
export interface Ready {
  readonly url: string;
}

export const startNodes = async (config: Config, count: number, log: Log): Promise<Server> => {
  const port = await freePort(config);
  const sandbox = config.account ? undefined : await (await import('./upstream.ts')).openSandbox();
  const environment = {
    PORT: String(port),
    // One sandbox for all of them: otherwise every request would meet another one.
    ...(sandbox && {
      TWILIO_ACCOUNT_SID: sandbox.accountSid,
      TWILIO_AUTH_TOKEN: sandbox.password,
      TWILIO_UPSTREAM_URL: sandbox.upstream.origin,
    }),
  };
  answerMetrics();
  const workers = new Map<Worker, { readonly ended: Promise<boolean> }>();
  let closing = false;
  let failures = 0;

  const start = (): Promise<Ready> => {
    const worker = cluster.fork(environment);
    const born = performance.now();
    const ended = once(worker, 'exit').then(([code, signal]) => {
      workers.delete(worker);
      if (!closing) replace(worker, performance.now() - born, code, signal);
      // Before it listens the signal ends it, and there is nothing to finish.
      return code === 0 || signal === 'SIGTERM';
    });
    workers.set(worker, { ended });
    return new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('exit', () => reject(new Error('A process ended before it could serve anything.')));
    });
  };

  /** At once where it had served; after ever longer pauses where one after the other fails. */
  const replace = (worker: Worker, livedMs: number, code: number | null, signal: string | null) => {
    failures = livedMs < SOUND_MS ? failures + 1 : 0;
    const pauseMs = failures < 2 ? 0 : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 2));
    log('node ended', { pid: worker.process.pid, code, signal, replacedInMs: pauseMs });
    setTimeout(() => {
      if (!closing) start().catch(() => {});
    }, pauseMs);
  };

  const close = async (withinMs: number): Promise<boolean> => {
    closing = true;
    const deadline = setTimeout(() => {
      for (const worker of workers.keys()) worker.process.kill('SIGKILL');
    }, withinMs + GRACE_MS);
    for (const worker of workers.keys()) worker.process.kill('SIGTERM');
    const complete = await Promise.all([...workers.values()].map(({ ended }) => ended));
    clearTimeout(deadline);
    await sandbox?.close();
    return complete.every(Boolean);
  };

  try {
    const [first] = await Promise.all(Array.from({ length: count }, start));
    return { url: first?.url ?? '', close };
  } catch (error) {
    await close(0);
    throw error;
  }
};

/** The port for all of them; throws where nobody can listen on it, before anything is started. */
const freePort = async ({ port, host }: Config): Promise<number> => {
  const probe = createServer();
  await once(probe.listen(port, host), 'listening');
  const { port: found } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return found;
};
