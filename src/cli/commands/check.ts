/** `twilio-graphql check`: tests the settings, then each connection with one call. */
import type { Command } from 'commander';
import { readConfig } from '../../config/index.ts';
import { command, configOption, FAILED, print } from '../command.ts';
import { readEnvironment } from '../environment.ts';

export const check = (): Command =>
  command(
    'check',
    'Check all settings, then test each connection with one upstream call.',
    'twilio-graphql check --config connections.yaml',
  )
    .addOption(configOption())
    .action(async ({ config: file }: { config?: string }) => {
      const config = await readConfig(readEnvironment(), { file });
      const { checkConnections } = await import('../../server/index.ts');
      const findings = await checkConnections(config);
      for (const { name, works, text } of findings) print(`${name}: ${works ? 'ok' : 'FAILED'}; ${text}`);
      if (!findings.every(({ works }) => works)) process.exitCode = FAILED;
    });
