/** Pothos set up for this API: its scalars and plugins. The only place that knows which plugins there are. */
import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import { fromGlobalId, type Registry, rowKey } from '../model/index.ts';
import { addScalars } from './scalars.ts';
import type { Builder, BuilderTypes, CostOf } from './types.ts';

/** Each object costs a Get; where there are several of a list, a page of it may be tried first. */
const costOfNodes =
  (registry: Registry): CostOf =>
  ({ id, ids = [id] }) => {
    const objects = [ids].flat().map((each) => fromGlobalId(String(each), registry.find));
    const pages = objects.flatMap(({ entity, sids }) => (entity.batch ? [rowKey(entity, sids.slice(0, -1))] : []));
    return { each: objects.length, objects: objects.length, pages: [...new Set(pages)] };
  };

export const createBuilder = (registry: Registry): Builder => {
  const builder = new SchemaBuilder<BuilderTypes>({
    plugins: [RelayPlugin],
    relay: {
      encodeGlobalID: (name, id) => Buffer.from(`${name}:${id}`).toString('base64url'),
      decodeGlobalID: (id) => {
        const { entity, sids } = fromGlobalId(id, registry.find);
        return { typename: entity.name, id: sids.join('/') };
      },
      nodesOnConnection: { description: 'The rows themselves, where their cursors are not needed.' },
      edgesFieldOptions: { nullable: false, description: 'The rows, each with its cursor.' },
      nodeFieldOptions: { nullable: false, description: 'The row.' },
      cursorFieldOptions: { description: 'Pass it as `after` to go on behind this row.' },
      pageInfoFieldOptions: { nullable: false, description: 'Whether there is more, and where it begins.' },
      pageInfoTypeOptions: { description: 'Where a page of a list begins and ends.' },
      nodeTypeOptions: { description: 'Anything that can be fetched again by its `id`.' },
      nodeQueryOptions: {
        description: 'Any object by its `id`; null if Twilio no longer has it.',
        extensions: { cost: costOfNodes(registry) },
      },
      nodesQueryOptions: {
        description: 'Several objects by their `id`s, in the order asked for.',
        extensions: { cost: costOfNodes(registry) },
      },
    },
  });
  addScalars(builder);
  builder.queryType({ description: 'What can be asked. Resources of the core API stand here; nothing is changed.' });
  builder.mutationType({
    description:
      'What can be changed. A refusal by Twilio comes back as `userErrors`; a write is sent once and never repeated on a guess.',
  });
  return builder;
};
