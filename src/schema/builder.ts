/** Pothos set up for this API: its scalars and plugins. The only place that knows which plugins there are. */
import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import type { Context } from '../context.ts';
import { fromGlobalId, rowKey } from '../model/path.ts';
import type { Registry } from '../model/registry.ts';
import type { CostOf } from './cost.ts';
import { addScalars } from './scalars.ts';

export interface Types {
  Context: Context;
  Scalars: {
    ID: { Input: string; Output: unknown };
    String: { Input: string; Output: unknown };
    Int: { Input: number; Output: unknown };
    Float: { Input: number; Output: unknown };
    Boolean: { Input: boolean; Output: unknown };
    DateTime: { Input: Date; Output: unknown };
    Date: { Input: string; Output: unknown };
    Decimal: { Input: string; Output: unknown };
    URL: { Input: string; Output: unknown };
    JSON: { Input: unknown; Output: unknown };
  };
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
}
/** Each object costs a Get; where there are several of a list, a page of it may be tried first. */
const costOfNodes =
  (registry: Registry): CostOf =>
  ({ id, ids = [id] }) => {
    const objects = [ids].flat().map((each) => fromGlobalId(String(each), registry.find));
    const pages = objects.flatMap(({ entity, sids }) => (entity.batch ? [rowKey(entity, sids.slice(0, -1))] : []));
    return { each: objects.length, objects: objects.length, pages: [...new Set(pages)] };
  };

export type Builder = ReturnType<typeof createBuilder>;

export const createBuilder = (registry: Registry) => {
  const builder = new SchemaBuilder<Types>({
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
