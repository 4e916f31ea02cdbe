/** Several server processes on one port: starts them, replaces one that has ended, tells all of them, ends them all. */
import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { type Config, HANDED_DOWN, type HandedDown } from '../config/index.ts';
import { answerMetrics, type Log } from '../observe/index.ts';
import { freePort } from '../port.ts';
import type { Server } from './server.ts';
import { removeSandboxStore } from './stores.ts';
import { openSandbox } from './upstream.ts';

/** A process that lived this long was not born broken. */
const SOUND_MS = 10_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** What a process gets beyond the time that it has to end in. */
const GRACE_MS = 2000;
/** How long a process may take to do as it is told. */
const TELL_MS = 10_000;

/** What a process tells the one that started it, once it listens. */
export interface Ready {
  readonly url: string;
}
/** What it is told to do by the one that started it. */
export interface Order {
  readonly order: number;
  readonly suspend?: { readonly name: string; readonly suspended: boolean };
  /** To read the configuration again. */
  readonly reload?: true;
}
/** Its answer to the order of that number. */
export interface Obeyed {
  readonly obeyed: number;
  readonly done: boolean;
}

export const startNodes = async (config: Config, count: number, log: Log): Promise<Server> => {
  const port = await freePort(config);
  const sandboxes = await openSandboxes(config);
  await Promise.all(sandboxes.map(({ origin }) => removeSandboxStore(config.runtimeFolder, origin)));
  const handedDown: HandedDown = {
    identity: config.identity,
    sandboxes: Object.fromEntries(sandboxes.map(({ name, close: _, ...access }) => [name, access])),
  };
  const environment = { PORT: String(port), [HANDED_DOWN]: JSON.stringify(handedDown) };
  answerMetrics();
  const workers = new Map<Worker, { readonly ended: Promise<boolean> }>();
  let closing = false;
  let failures = 0;
  let orders = 0;

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

  /** Throws unless every process that lives has obeyed. */
  const tell = async (order: Omit<Order, 'order'>): Promise<void> => {
    const number = ++orders;
    const all = [...workers.keys()].map((worker) => obeyed(worker, { ...order, order: number }));
    if (!(await Promise.all(all)).every(Boolean))
      throw new Error('Not every process of the server has done it; its log says more.');
  };

  const close = async (withinMs: number): Promise<boolean> => {
    closing = true;
    const deadline = setTimeout(() => {
      for (const worker of workers.keys()) worker.process.kill('SIGKILL');
    }, withinMs + GRACE_MS);
    for (const worker of workers.keys()) worker.process.kill('SIGTERM');
    const complete = await Promise.all([...workers.values()].map(({ ended }) => ended));
    clearTimeout(deadline);
    await Promise.all(sandboxes.map((each) => each.close()));
    await Promise.all(sandboxes.map(({ origin }) => removeSandboxStore(config.runtimeFolder, origin)));
    return complete.every(Boolean);
  };

  try {
    const [first] = await Promise.all(Array.from({ length: count }, start));
    return {
      url: first?.url ?? '',
      suspend: (name, suspended) => tell({ suspend: { name, suspended } }),
      // Each reads it for itself.
      apply: () => tell({ reload: true }),
      close,
    };
  } catch (error) {
    await close(0);
    throw error;
  }
};

/** Whether a process has done as it was told; one that has ended needs not, for the next begins with what is so now. */
const obeyed = (worker: Worker, order: Order): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (done: boolean) => {
      clearTimeout(late);
      worker.off('message', hear);
      resolve(done);
    };
    const hear = (message: Partial<Obeyed>) => {
      if (message.obeyed === order.order) end(message.done === true);
    };
    const late = setTimeout(() => end(false), TELL_MS);
    worker.on('message', hear);
    worker.once('exit', () => end(true));
    worker.send(order, (error) => error && end(true));
  });

/** One for each connection that has one, for all processes: otherwise every request would meet another one. */
const openSandboxes = ({ connections }: Config) =>
  Promise.all(
    connections.filter(({ account }) => !account).map(async ({ name }) => ({ name, ...(await openSandbox()) })),
  );
