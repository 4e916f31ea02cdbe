#!/usr/bin/env node
/** The command: reads the settings, starts the server or does what else it is told, and says so. */
import './heap.ts';
import cluster from 'node:cluster';
import { type Config, ConfigError, readConfig, readServerConfig, verbOf } from './config/index.ts';
import { CommandError, tellServer } from './control/index.ts';
import { anonymous, createLogs, standardError } from './observe/index.ts';
import { freePort } from './port.ts';

const logs = createLogs(await standardError());
const args = process.argv.slice(2);
const say = (text: string) => process.stdout.write(`${text}\n`);

const main = async (): Promise<void> => {
  const verb = verbOf(args);
  if (verb === 'suspend' || verb === 'resume' || verb === 'reload') {
    const { command, runtimeFolder, file, port } = readServerConfig(process.env, args);
    return void say(await tellServer({ folder: runtimeFolder, verb, name: command.name, file, port }));
  }
  const config = await readConfig(process.env, args);
  if (verb === 'config') return void process.stdout.write((await import('./config/index.ts')).showConfig(config));
  if (verb === 'check') return check(config);
  if (cluster.isPrimary) await freePort(config);
  // Not before all is known to be right: this loads everything else.
  const { serve } = await import('./server/index.ts');
  await serve(config, logs, () => readConfig(process.env, args));
};

const check = async (config: Config): Promise<void> => {
  const { checkConnections } = await import('./server/index.ts');
  const findings = await checkConnections(config);
  for (const { name, sound, said } of findings) say(`${name}: ${sound ? 'ok' : 'FAILED'}; ${said}`);
  process.exitCode = findings.every(({ sound }) => sound) ? 0 : 1;
};

const advice: Readonly<Record<string, string>> = {
  EADDRINUSE: 'PORT: another program listens on {port}; set another one, such as PORT=4001, or PORT=0 for any.',
  EACCES: 'PORT: this user may not listen there; set one above 1023, such as PORT=4000.',
  EADDRNOTAVAIL: 'HOST: is no address of this machine; set one, such as HOST=127.0.0.1.',
  ENOTFOUND: 'HOST: is no name that this machine knows; set an address, such as HOST=127.0.0.1.',
};

// Left to Node, such an error would be printed whole, with whatever it holds.
process.on('uncaughtException', (error) => {
  logs.log('fatal', anonymous(error));
  process.exit(1);
});

await main().catch((error: Error & { code?: string; port?: number }) => {
  const isOurs = error instanceof ConfigError || error instanceof CommandError;
  const mistake = isOurs ? error.message : advice[error.code ?? '']?.replace('{port}', String(error.port));
  process.stderr.write(`${mistake ?? error.stack}\n`);
  process.exit(1);
});
