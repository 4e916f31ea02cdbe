/** `twilio-graphql sends`: the kill switch for everything that costs money or reaches a person. */
import { Argument, type Command } from 'commander';
import { readConfig } from '../../config/index.ts';
import { CommandError } from '../../control/index.ts';
import { command, configOption, print } from '../command.ts';
import { readEnvironment } from '../environment.ts';

type State = 'on' | 'off' | 'status';

export const sends = (): Command =>
  command(
    'sends',
    'Switch off, or on again, what costs money or reaches a person. All servers follow within 2 seconds.',
    'twilio-graphql sends off',
    'twilio-graphql sends status',
  )
    .addArgument(new Argument('<state>', 'off, on, or status to print which it is').choices(['off', 'on', 'status']))
    .addOption(configOption())
    .action(async (state: State, { config: file }: { config?: string }) => {
      const config = await readConfig(readEnvironment(), { file });
      const { sendsState, setSends } = await import('../../server/index.ts');
      try {
        if (state !== 'status') await setSends(config, state);
        const off = await sendsState(config);
        print(off ? `Sends have been off since ${new Date(off.since).toISOString()}.` : 'Sends are on.');
      } catch (error) {
        if ((error as Error).name !== 'StoreError') throw error;
        throw new CommandError(`sends: ${(error as Error).message}`);
      }
    });
