/** The running server as a process: its banner, its signals and commands, and how it stops. */
import cluster from 'node:cluster';
import { closeSync, openSync } from 'node:fs';
import { type Config, ConfigError } from '../config/index.ts';
import { openControl, Suspensions } from '../control/index.ts';
import { banner, emphasized, type Logs, redactedError } from '../observe/index.ts';
import { checkAuthentication } from './authentication.ts';
import { checkConnection } from './check.ts';
import type { Order, Ready, Result } from './nodes.ts';
import type { Server } from './server.ts';
import { checkRedis } from './stores.ts';

/** npm forwards a Ctrl-C that the terminal has already sent to every process: these two are one signal. */
const SAME_SIGNAL_MS = 500;
/** How long the end after an unexpected error may take beyond the time to complete what is running. */
const GRACE_MS = 2000;
const FAILED = 1;
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** `readAgain` reads the present configuration. */
export const serve = async (config: Config, logs: Logs, readAgain: () => Promise<Config>): Promise<void> => {
  const { log } = logs;
  let current = config;
  const starting = start(config, logs);
  // The command's own handler ends the process at once.
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', fatal(logs, starting, config.drainMs));
  const removeOverruled = async () => {
    // The first process records suspensions for all.
    if (cluster.isPrimary) await new Suspensions(current).removeOverruled().catch(() => {});
  };

  const reload = async (): Promise<void> => {
    const server = await starting;
    try {
      current = await readAgain();
      await removeOverruled();
      await server.apply(current);
    } catch (error) {
      // The message of a ConfigError contains no values.
      const reason = error instanceof ConfigError ? { mistakes: error.message.split('\n') } : redactedError(error);
      log('configuration not read again', reason);
      throw error;
    }
  };
  const suspend = async (name: string, suspended: boolean): Promise<void> => {
    const server = await starting;
    // Recorded first, so that a process that starts meanwhile finds it.
    const isRecorded = await new Suspensions(current).set(name, suspended).then(
      () => true,
      () => false,
    );
    await server.suspend(name, suspended);
    log(suspended ? 'suspended' : 'resumed', { connection: name });
    if (!isRecorded) throw new Error('Done, but only until the server stops: it cannot write to TWILIO_GRAPHQL_STATE.');
  };
  if (cluster.isWorker) followOrders(starting, reload);

  const server = await starting;
  await removeOverruled();
  const introduce = () => ({
    pid: process.pid,
    url: server.url,
    identity: config.identity,
    file: config.file,
    connections: config.connections.map(({ name }) => name),
  });
  const control = cluster.isPrimary
    ? await openControl(config.runtimeFolder, { introduce, suspend, reload }).catch((error: NodeJS.ErrnoException) => {
        log('no control socket: commands cannot reach this server', { code: error.code });
        return undefined;
      })
    : undefined;
  let signalledAt: number | undefined;
  const stop = async (signal: keyof typeof EXIT_CODES) => {
    const now = performance.now();
    if (signalledAt !== undefined && now - signalledAt < SAME_SIGNAL_MS) return;
    if (signalledAt !== undefined) process.exit(EXIT_CODES[signal]);
    signalledAt = now;
    const complete = await server.close(config.drainMs);
    if (!complete) log('operations cut off', { afterMs: config.drainMs });
    await control?.close();
    process.exit(complete ? 0 : 1);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  const isOnTerminal = process.stdin.isTTY;
  process.on('SIGHUP', (signal) => {
    // The first of several processes passes it on to the others.
    if (cluster.isWorker) return;
    if (isOnTerminal && isTerminalGone()) stop(signal as 'SIGHUP');
    else reload().catch(() => {});
  });
  // Last: from then on somebody may stop it.
  if (cluster.isWorker) process.send?.({ url: server.url } satisfies Ready);
  else await printBanner(config, server.url);
};

/**
 * After an error that nobody expected, the state of the process is not known: it completes what is running, accepts
 * nothing more and ends, so that it is replaced. Rejections that nobody handles come here too.
 */
const fatal = ({ log }: Logs, starting: Promise<Server>, drainMs: number) => {
  let isEnding = false;
  return async (error: NodeJS.ErrnoException): Promise<void> => {
    // The program that read the output, such as `head`, has read enough.
    if (error?.code === 'EPIPE' && error.syscall === 'write') process.exit(0);
    log('fatal', redactedError(error));
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(FAILED), drainMs + GRACE_MS).unref();
    await starting.then((server) => server.close(drainMs)).catch(() => {});
    process.exit(FAILED);
  };
};

const start = async (config: Config, logs: Logs): Promise<Server> => {
  const { nodes } = config;
  // Processes that replace others later start without it: then Redis was right, and is away.
  if (cluster.isPrimary) await checkRedis(config);
  if (nodes && cluster.isPrimary) return (await import('./nodes.ts')).startNodes(config, nodes, logs.log);
  return (await import('./server.ts')).startServer(config, logs);
};

/** One of several processes follows the orders of the first one. */
const followOrders = (starting: Promise<Server>, reload: () => Promise<void>): void => {
  process.on('message', async ({ order, suspend, reload: again }: Partial<Order>) => {
    if (order === undefined) return;
    try {
      if (suspend) await (await starting).suspend(suspend.name, suspend.suspended);
      if (again) await reload();
      process.send?.({ order, done: true } satisfies Result);
    } catch {
      process.send?.({ order, done: false } satisfies Result);
    }
  });
};

/** Prints the banner. On a terminal, tests the live connections in the background and says whether they work. */
const printBanner = async (config: Config, url: string): Promise<void> => {
  const suspensions = new Suspensions(config);
  const connections = await Promise.all(
    config.connections.map(async (each) => ({ ...each, suspended: await suspensions.isSuspended(each) })),
  );
  const { isTTY = false } = process.stdout;
  const colors = isTTY && process.stdout.hasColors();
  const { host, nodes, auth } = config;
  const { needsKey, keys } = await checkAuthentication(config);
  process.stdout.write(`${banner({ url, host, nodes, connections, colors, access: { needsKey, keys, auth } })}\n`);
  // Elsewhere nobody reads it, and /health/ready says the same.
  if (!isTTY) return;
  for (const connection of connections) {
    if (!connection.account || connection.suspended) continue;
    checkConnection(connection, config).then(
      ({ name, works, text }) => {
        const line = `  ${works ? 'Connected     ' : 'NOT CONNECTED '} ${connections.length > 1 ? `${name}: ` : ''}${text}`;
        process.stdout.write(`${works ? line : emphasized(line, colors)}\n`);
      },
      () => {},
    );
  }
};

/** SIGHUP means either that the settings should be read again, or that the terminal was closed. */
const isTerminalGone = (): boolean => {
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return false;
  } catch {
    return true;
  }
};
