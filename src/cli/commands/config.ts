/** `twilio-graphql config`: prints the settings in effect. */
import type { Command } from 'commander';
import { readConfig, showConfig } from '../../config/index.ts';
import { command, configOption } from '../command.ts';
import { readEnvironment } from '../environment.ts';

export const config = (): Command =>
  command('config', 'Print the settings in effect, without secrets.', 'twilio-graphql config --config connections.yaml')
    .addOption(configOption())
    .action(async ({ config: file }: { config?: string }) => {
      process.stdout.write(showConfig(await readConfig(readEnvironment(), { file })));
    });
