#!/usr/bin/env node
/** The command: reads the settings, starts the server, says so, and ends it in order when it is told to. */
import { ConfigError, readConfig } from './config.ts';
import { banner } from './observe/banner.ts';
import { anonymous, createLog } from './observe/log.ts';

const DRAIN_MS = 10_000;
/** npm passes on a Ctrl-C that the terminal has already sent to every process: that is one signal, not two. */
const SAME_SIGNAL_MS = 500;

const log = createLog((line) => process.stderr.write(line));

const main = async () => {
  const config = readConfig(process.env);
  // Not before the settings are known to be right: this loads everything else.
  const { startServer } = await import('./server.ts');
  const server = await startServer(config, log);
  process.stdout.write(`${banner({ url: server.url, ...(config.account && { account: config.account }) })}\n`);

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
