/**
 * Several server processes on one port: starts them, replaces those that crash, and passes orders on to all.
 *
 * Sandboxes and the control socket belong to the first process, so that all processes serve the same data. A command
 * waits until every process has followed it.
 */
import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { type Config, HANDED_DOWN, type HandedDown } from '../config/index.ts';
import { answerMetrics, type Log } from '../observe/index.ts';
import { freePort } from '../port.ts';
import { checkAuthentication } from './authentication.ts';
import { checkProducts } from './products.ts';
import type { Server } from './server.ts';
import { removeSandboxStore } from './stores.ts';
import { openSandbox } from './upstream.ts';

/** A process that ran this long did not fail at its start. */
const STARTED_MS = 10_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** How long a process may take beyond its time to stop before it is killed. */
const GRACE_MS = 2000;
/** How long a process may take to follow an order. */
const ORDER_MS = 10_000;

/** Message of a process to the one that started it, once it listens. */
export interface Ready {
  readonly url: string;
}
/** Message to a process from the one that started it. */
export interface Order {
  readonly order: number;
  readonly suspend?: { readonly name: string; readonly suspended: boolean };
  /** The process reads the configuration again. */
  readonly reload?: true;
}
/** Answer to the order of that number. */
export interface Result {
  readonly order: number;
  readonly done: boolean;
}

export const startNodes = async (config: Config, count: number, log: Log): Promise<Server> => {
  checkProducts(config);
  await checkAuthentication(config);
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
    const startedAt = performance.now();
    const ended = once(worker, 'exit').then(([code, signal]) => {
      workers.delete(worker);
      if (!closing) replace(worker, performance.now() - startedAt, code, signal);
      // Before it listens, the signal ends it and there is nothing to finish.
      return code === 0 || signal === 'SIGTERM';
    });
    workers.set(worker, { ended });
    return new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('exit', () => reject(new Error('A process ended before it was ready.')));
    });
  };

  /** At once after a single failure, after growing pauses if processes keep failing. */
  const replace = (worker: Worker, ranMs: number, code: number | null, signal: string | null) => {
    failures = ranMs < STARTED_MS ? failures + 1 : 0;
    const pauseMs = failures < 2 ? 0 : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 2));
    log('node ended', { pid: worker.process.pid, code, signal, replacedInMs: pauseMs });
    setTimeout(() => {
      if (!closing) start().catch(() => {});
    }, pauseMs);
  };

  /** Throws unless every running process has followed the order. */
  const send = async (order: Omit<Order, 'order'>): Promise<void> => {
    const number = ++orders;
    const all = [...workers.keys()].map((worker) => follows(worker, { ...order, order: number }));
    if (!(await Promise.all(all)).every(Boolean))
      throw new Error('Not every process of the server has done this; see its log.');
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
      suspend: (name, suspended) => send({ suspend: { name, suspended } }),
      // Each process reads the configuration itself.
      apply: () => send({ reload: true }),
      close,
    };
  } catch (error) {
    await close(0);
    throw error;
  }
};

/** Whether a process has followed an order. A process that ends need not: the next one starts with the present state. */
const follows = (worker: Worker, order: Order): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (done: boolean) => {
      clearTimeout(late);
      worker.off('message', listen);
      resolve(done);
    };
    const listen = (message: Partial<Result>) => {
      if (message.order === order.order) end(message.done === true);
    };
    const late = setTimeout(() => end(false), ORDER_MS);
    worker.on('message', listen);
    worker.once('exit', () => end(true));
    worker.send(order, (error) => error && end(true));
  });

/** One sandbox for each connection without an account, shared by all processes so that they serve the same data. */
const openSandboxes = ({ connections }: Config) =>
  Promise.all(
    connections.filter(({ account }) => !account).map(async ({ name }) => ({ name, ...(await openSandbox()) })),
  );
