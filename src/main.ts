#!/usr/bin/env node
/** The command: reads the settings, starts the server, says so, and ends it in order when it is told to. */
import cluster from 'node:cluster';
import { type Config, ConfigError, readConfig } from './config.ts';
import { banner } from './observe/banner.ts';
import { anonymous, createLogs, standardError } from './observe/log.ts';
import type { Server } from './server.ts';

const DRAIN_MS = 10_000;
/** npm passes on a Ctrl-C that the terminal has already sent to every process: that is one signal, not two. */
const SAME_SIGNAL_MS = 500;

const logs = createLogs(await standardError());
const { log } = logs;

const main = async () => {
  const config = readConfig(process.env, process.argv.slice(2));
  const server = await start(config);
  if (cluster.isWorker) process.send?.({ url: server.url });
  else process.stdout.write(`${banner({ ...config, url: server.url })}\n`);

  let told: number | undefined;
  const stop = async (signal: NodeJS.Signals) => {
    const now = performance.now();
    if (told !== undefined && now - told < SAME_SIGNAL_MS) return;
    if (told !== undefined) process.exit(signal === 'SIGINT' ? 130 : 143);
    told = now;
    const complete = await server.close(DRAIN_MS);
    if (!complete) log('cut', { afterMs: DRAIN_MS });
    process.exit(complete ? 0 : 1);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
};

// Not before the settings are known to be right: these load everything else.
const start = async (config: Config): Promise<Server> => {
  if (config.nodes && cluster.isPrimary) return (await import('./nodes.ts')).startNodes(config, config.nodes, log);
  return (await import('./server.ts')).startServer(config, logs);
};

const advice: Readonly<Record<string, string>> = {
  EADDRINUSE: 'PORT: another program listens on {port}; set another one, such as PORT=4001, or PORT=0 for any.',
  EACCES: 'PORT: this user may not listen there; set one above 1023, such as PORT=4000.',
  EADDRNOTAVAIL: 'HOST: is no address of this machine; set one, such as HOST=127.0.0.1.',
  ENOTFOUND: 'HOST: is no name that this machine knows; set an address, such as HOST=127.0.0.1.',
};

// Left to Node, such an error would be printed whole, with whatever it holds.
process.on('uncaughtException', (error) => {
  log('fatal', anonymous(error));
  process.exit(1);
});

await main().catch((error: Error & { code?: string; port?: number }) => {
  const mistake =
    error instanceof ConfigError ? error.message : advice[error.code ?? '']?.replace('{port}', String(error.port));
  process.stderr.write(`${mistake ?? error.stack}\n`);
  process.exit(1);
});
