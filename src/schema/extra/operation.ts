/** The root field `operation`: the outcome of a write in the journal. */
import { badInput } from '../../errors.ts';
import { type Operation, states } from '../../journal/index.ts';
import { type Entity, lowerFirst, typeName } from '../../model/index.ts';
import { makeFields } from '../makeFields.ts';
import { shownKey } from '../personal.ts';
import type { Fields, Parts } from '../types.ts';

interface Shown extends Operation {
  readonly id: string;
}

export const addOperation = (parts: Parts): void => {
  const { builder } = parts;
  const state = builder.enumType('OperationState', {
    description: 'What is known of a write.',
    values: Object.fromEntries(Object.entries(states).map(([name, description]) => [name, { description }])),
  });
  const operation = builder.objectRef<Shown>('WriteOperation').implement({
    description: 'A write that this server has sent, or was asked to send.',
    fields: (t) => makeFields<Shown>(t, { ...ownFields(state), ...rowFields(parts) }),
  });
  builder.queryField('operation', (t) =>
    t.field({
      type: operation,
      nullable: true,
      description:
        'A write by the `operationId` of an OUTCOME_UNKNOWN error, or by its idempotency key; null if there is none. ' +
        'Writes are kept for 24 hours with a key, 2 hours without one, and 30 days if they are UNRESOLVED. Costs no ' +
        'upstream call unless the row is selected.',
      args: {
        id: t.arg({ type: 'ID', description: 'The `operationId` of the error.' }),
        idempotencyKey: t.arg({ type: 'String', description: 'Idempotency key of the write.' }),
      },
      resolve: async (_parent, { id, idempotencyKey }, { connection: { journal }, client }) => {
        if ((typeof id === 'string') === (typeof idempotencyKey === 'string'))
          throw badInput('id', 'give either id or idempotencyKey');
        const name = typeof id === 'string' ? id : journal.idOf(client.id, idempotencyKey ?? '');
        const found = await journal.read(name);
        return found?.caller === client.id ? { ...found, id: name } : null;
      },
    }),
  );
};

const ownFields = (state: Fields[string]['type']): Fields<Shown> => ({
  id: { type: 'ID', nullable: false, description: 'Identifies the write.', resolve: ({ id }) => id },
  state: { type: state, nullable: false, description: 'What is known of it.', resolve: (shown) => shown.state },
  entity: {
    type: 'String',
    nullable: false,
    description: 'Entity that is created or updated, such as Message.',
    resolve: ({ entity }) => entity,
  },
  sid: {
    type: 'ID',
    description: 'SID of the row; null until it is known.',
    resolve: ({ entity: name, sids }, _args, context) => {
      const { registry } = context.connection;
      const entity = registry.find(name);
      return entity && sids ? shownKey({ entity: registry.identity(entity), sids }, context) : null;
    },
  },
  createdAt: {
    type: 'DateTime',
    nullable: false,
    description: 'When this server was asked.',
    resolve: ({ createdAt }) => new Date(createdAt),
  },
  sentAt: {
    type: 'DateTime',
    description: 'When it was sent to Twilio the last time; null while it waits.',
    resolve: ({ sentAt }) => (sentAt === undefined ? null : new Date(sentAt)),
  },
});

/** One field for each type that a paid create makes: null unless it is what this write made. */
const rowFields = (parts: Parts): Fields<Shown> => {
  const { registry } = parts;
  const made = registry.entities.filter((entity) => registry.identity(entity).fetch && entity.paid?.includes('create'));
  return Object.fromEntries(made.map((entity) => [lowerFirst(typeName(entity)), rowField(parts, entity)]));
};

const rowField = ({ registry, object }: Parts, made: Entity): Fields<Shown>[string] => ({
  type: object(registry.canonical(made)),
  description: `The ${typeName(made)}, if this write created one.`,
  cost: () => ({ each: 1 }),
  resolve: ({ entity: name, sids }, _args, { loaders }) => {
    const entity = registry.find(name);
    return entity && typeName(entity) === typeName(made) && sids ? loaders.get(registry.identity(entity), sids) : null;
  },
});
