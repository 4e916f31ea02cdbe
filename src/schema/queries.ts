/** Descriptor → the root fields that read one row or a list. */
import { type Entity, keyField, plural, singular } from '../model/index.ts';
import { ownArgument, parentArguments, readParents, readSids } from './arguments.ts';
import { describeList, describeOne } from './descriptions.ts';
import { costOfGet, listField } from './lists.ts';
import type { Fields, Parts } from './types.ts';

export const queriesOf = (parts: Parts, entity: Entity): Fields => ({
  ...(entity.fetch && {
    [singular(entity)]: {
      type: parts.object(entity),
      description: describeOne(entity, keyField(entity)),
      deprecationReason: entity.deprecated,
      args: { ...parentArguments(entity), ...ownArgument(entity) },
      cost: costOfGet(entity),
      rootField: { operation: 'GET', entity },
      resolve: (_parent, args, context) => context.loaders.get(entity, readSids(context, entity, args)),
    },
  }),
  ...(entity.filters && {
    [plural(entity)]: {
      ...listField(
        parts,
        entity,
        describeList(entity, 'root'),
        (_parent, args, context) => ({ parents: readParents(context, entity, args) }),
        parentArguments(entity),
      ),
      rootField: { operation: 'LIST', entity },
    },
  }),
});
