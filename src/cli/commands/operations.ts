/** `twilio-graphql operations`: the writes in the journal that have no final outcome. */
import type { Command } from 'commander';
import { readConfig } from '../../config/index.ts';
import type { ListedOperation } from '../../server/index.ts';
import { command, configOption, print } from '../command.ts';
import { readEnvironment } from '../environment.ts';

export const operations = (): Command =>
  command(
    'operations',
    'List the paid writes in the journal that have no final outcome, the oldest first: state, what, when it was sent, connection and operation ID.',
    'twilio-graphql operations',
    'twilio-graphql operations --unresolved',
  )
    .option('--unresolved', 'only those that were sent, and whose outcome is not known')
    .addOption(configOption())
    .action(async ({ config: file, unresolved }: { config?: string; unresolved?: true }) => {
      const config = await readConfig(readEnvironment(), { file });
      const { listOperations } = await import('../../server/index.ts');
      const found = await listOperations(config);
      for (const each of found) if (!unresolved || isUnresolved(each)) print(lineOf(each));
    });

const isUnresolved = ({ state, isAbandoned }: ListedOperation): boolean =>
  state === 'UNKNOWN' || state === 'UNRESOLVED' || (state === 'SENDING' && isAbandoned);

const lineOf = ({ state, isAbandoned, entity, change, sentAt, connection, id }: ListedOperation): string =>
  [
    isAbandoned ? `${state} (process gone)` : state,
    `${entity} ${change}`,
    sentAt?.toISOString() ?? 'not sent',
    connection,
    id,
  ].join('\t');
