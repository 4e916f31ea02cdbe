/** Sets up Pothos for this API, with its scalars and plugins. */
import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import { onceFor, type Registry, readOpenly, rowKey, typeName } from '../model/index.ts';
import { addScalars } from './scalars.ts';
import type { Builder, BuilderTypes, Cost, CostOf } from './types.ts';

/** Each object costs a Get. Several of one list may cost a speculative page of it, too. */
const costOfNodes = (registry: Registry): CostOf => {
  const costOf = (ids: readonly unknown[]): Cost => {
    const objects = ids.flatMap((each) => readOpenly(String(each), registry.find) ?? []);
    // One that is none fails the field.
    if (objects.length < ids.length) return {};
    const pages = objects.flatMap(({ entity, sids }) =>
      entity.batch && sids ? [rowKey(entity, sids.slice(0, -1))] : [],
    );
    return { each: objects.length, objects: objects.length, pages: [...new Set(pages)] };
  };
  // Hundreds of aliases may share one list of thousands of IDs: it is read once.
  const costOfList = onceFor(costOf);
  return ({ id, ids }) => (Array.isArray(ids) ? costOfList(ids) : costOf([id]));
};

export const createBuilder = (registry: Registry): Builder => {
  const builder = new SchemaBuilder<BuilderTypes>({
    plugins: [RelayPlugin],
    relay: {
      // A type may have several entities, so an ID names the entity: nodes write theirs, and read it again.
      encodeGlobalID: (_type, id) => String(id),
      decodeGlobalID: (id, { connection }) => ({
        typename: typeName(connection.globalIds.read(id, registry.find).entity),
        id,
      }),
      nodesOnConnection: { description: 'The rows, without their cursors.' },
      edgesFieldOptions: { nullable: false, description: 'The rows, each with its cursor.' },
      nodeFieldOptions: { nullable: false, description: 'The row.' },
      cursorFieldOptions: { description: 'Pass as `after` to continue after this row.' },
      pageInfoFieldOptions: { nullable: false, description: 'Information about the next page.' },
      pageInfoTypeOptions: { description: 'Cursors of a page, and whether another page follows.' },
      nodeTypeOptions: { description: 'An object that can be fetched by its global ID.' },
      nodeQueryOptions: {
        description: 'The object with this global ID; null if it no longer exists.',
        extensions: { cost: costOfNodes(registry) },
      },
      nodesQueryOptions: {
        // An ID that is none fails the list, and not what is asked beside it.
        nullable: { list: true, items: true },
        description: 'Objects by their global IDs, in the order of `ids`; null for each that no longer exists.',
        extensions: { cost: costOfNodes(registry) },
      },
    },
  });
  addScalars(builder);
  builder.queryType({
    description:
      'Reads. Fields of the core API (api.v2010) are at the root, those of another product in a field of its name, such ' +
      'as `verify`. A list costs one upstream call for each page of up to 1000 rows; some products have smaller pages.',
  });
  builder.mutationType({
    description:
      'Writes. If Twilio refuses one, the reason is in `userErrors`. A write that may have happened is never sent again.',
  });
  return builder;
};
