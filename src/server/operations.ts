/** Reads the writes without a final outcome from the journal of each connection, whether or not a server runs. */
import type { Config } from '../config/index.ts';
import { openOperations, type State } from '../journal/index.ts';
import { Stores } from './stores.ts';

export interface ListedOperation {
  readonly connection: string;
  readonly id: string;
  readonly state: State;
  /** The process that worked on it has ended. */
  readonly isAbandoned: boolean;
  readonly entity: string;
  readonly change: 'create' | 'update';
  readonly createdAt: Date;
  readonly sentAt: Date | undefined;
}

/** The oldest first. Sandboxes keep no journal. */
export const listOperations = async (config: Config): Promise<readonly ListedOperation[]> => {
  const stores = new Stores(config);
  try {
    const lists = await Promise.all(
      config.connections
        .filter(({ account }) => account)
        .map(async (connection) => {
          const { name, account } = connection;
          const entries = await openOperations(await stores.of(connection));
          return entries
            .filter(({ value }) => value.scope === `${name}/${account?.accountSid}`)
            .map(({ id, value, isAbandoned }): ListedOperation => {
              const { state, entity, change, createdAt, sentAt } = value;
              const sent = sentAt === undefined ? undefined : new Date(sentAt);
              return {
                connection: name,
                id,
                state,
                isAbandoned,
                entity,
                change,
                createdAt: new Date(createdAt),
                sentAt: sent,
              };
            });
        }),
    );
    return lists.flat().sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
  } finally {
    await stores.close();
  }
};
