/** The running server as a process: its banner, the signals and commands that it heeds, and how it ends. */
import cluster from 'node:cluster';
import { closeSync, openSync } from 'node:fs';
import { type Config, ConfigError } from '../config/index.ts';
import { openControl, Suspensions } from '../control/index.ts';
import { anonymous, banner, type Logs } from '../observe/index.ts';
import type { Obeyed, Order, Ready } from './nodes.ts';
import type { Server } from './server.ts';

/** npm passes on a Ctrl-C that the terminal has already sent to every process: that is one signal, not two. */
const SAME_SIGNAL_MS = 500;
const ENDED_BY = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** `readAgain` reads the configuration as it is by then. */
export const serve = async (config: Config, logs: Logs, readAgain: () => Promise<Config>): Promise<void> => {
  const { log } = logs;
  let current = config;
  const starting = start(config, logs);
  /** The first process keeps them for all. */
  const forgetOver = async () => {
    if (cluster.isPrimary) await new Suspensions(current).forgetOver().catch(() => {});
  };

  const reload = async (): Promise<void> => {
    const server = await starting;
    try {
      current = await readAgain();
      await forgetOver();
      await server.apply(current);
    } catch (error) {
      // The lines of a mistake hold no values.
      const why = error instanceof ConfigError ? { mistakes: error.message.split('\n') } : anonymous(error);
      log('configuration not read again', why);
      throw error;
    }
  };
  const suspend = async (name: string, suspended: boolean): Promise<void> => {
    const server = await starting;
    // Before it is told: a process that starts meanwhile finds it.
    const isKept = await new Suspensions(current).set(name, suspended).then(
      () => true,
      () => false,
    );
    await server.suspend(name, suspended);
    log(suspended ? 'suspended' : 'resumed', { connection: name });
    if (!isKept) throw new Error('Done, but only until the server ends: it cannot write to TWILIO_GRAPHQL_STATE.');
  };
  if (cluster.isWorker) obey(starting, reload);

  const server = await starting;
  await forgetOver();
  const introduce = () => ({
    pid: process.pid,
    url: server.url,
    file: config.file,
    connections: config.connections.map(({ name }) => name),
  });
  const control = cluster.isPrimary
    ? await openControl(config.runtimeFolder, { introduce, suspend, reload }).catch((error: NodeJS.ErrnoException) => {
        log('no control socket, so no suspend and resume by command', { code: error.code });
        return undefined;
      })
    : undefined;
  if (cluster.isWorker) process.send?.({ url: server.url } satisfies Ready);
  else process.stdout.write(`${await introduction(config, server.url)}\n`);

  let told: number | undefined;
  const stop = async (signal: keyof typeof ENDED_BY) => {
    const now = performance.now();
    if (told !== undefined && now - told < SAME_SIGNAL_MS) return;
    if (told !== undefined) process.exit(ENDED_BY[signal]);
    told = now;
    const complete = await server.close(config.drainMs);
    if (!complete) log('cut', { afterMs: config.drainMs });
    await control?.close();
    process.exit(complete ? 0 : 1);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  const isOnTerminal = process.stdin.isTTY;
  process.on('SIGHUP', (signal) => {
    // The first of several processes tells the others.
    if (cluster.isWorker) return;
    if (isOnTerminal && isTerminalGone()) stop(signal as 'SIGHUP');
    else reload().catch(() => {});
  });
};

const start = async (config: Config, logs: Logs): Promise<Server> => {
  const { nodes } = config.command;
  if (nodes && cluster.isPrimary) return (await import('./nodes.ts')).startNodes(config, nodes, logs.log);
  return (await import('./server.ts')).startServer(config, logs);
};

/** A process of several does as the first one says. */
const obey = (starting: Promise<Server>, reload: () => Promise<void>): void => {
  process.on('message', async ({ order, suspend, reload: again }: Partial<Order>) => {
    if (order === undefined) return;
    try {
      if (suspend) await (await starting).suspend(suspend.name, suspend.suspended);
      if (again) await reload();
      process.send?.({ obeyed: order, done: true } satisfies Obeyed);
    } catch {
      process.send?.({ obeyed: order, done: false } satisfies Obeyed);
    }
  });
};

const introduction = async (config: Config, url: string): Promise<string> => {
  const suspensions = new Suspensions(config);
  const connections = await Promise.all(
    config.connections.map(async (each) => ({ ...each, suspended: await suspensions.isSuspended(each) })),
  );
  return banner({ nodes: config.command.nodes, connections, url });
};

/** A hangup means either: read the settings again, or: the window in which you run was closed. */
const isTerminalGone = (): boolean => {
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return false;
  } catch {
    return true;
  }
};
