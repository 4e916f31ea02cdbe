/** `twilio-graphql start`: runs the server until it is stopped. */
import cluster from 'node:cluster';
import type { Command } from 'commander';
import { readConfig } from '../../config/index.ts';
import { createLogs, standardError } from '../../observe/index.ts';
import { freePort } from '../../port.ts';
import { command, configOption, nodesOption } from '../command.ts';
import { readEnvironment } from '../environment.ts';

interface Options {
  readonly config?: string;
  readonly nodes?: number;
}

export const start = (): Command =>
  command(
    'start',
    'Start the server.',
    'twilio-graphql start',
    'twilio-graphql start --config connections.yaml --nodes 4',
  )
    .addOption(configOption())
    .addOption(nodesOption())
    .action(async ({ config: file, nodes }: Options) => {
      const read = () => readConfig(readEnvironment(), { file, nodes });
      const config = await read();
      if (cluster.isPrimary) await freePort(config);
      // Loads everything else, so only once the settings are known to be right.
      const { serve } = await import('../../server/index.ts');
      await serve(config, createLogs(await standardError()), read);
    });
