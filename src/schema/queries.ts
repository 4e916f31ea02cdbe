/** Descriptor → the root fields that read one row or a list. */

import { type Entity, keysOf, plural, singular } from '../model/index.ts';
import type { Input } from '../twilio/rows/index.ts';
import { ownArgument, parentArguments, readParents, readSids, readValues, valueArguments } from './arguments.ts';
import { describeList, describeOne } from './descriptions.ts';
import { checkInput } from './inputs.ts';
import { costOfGet, listField } from './lists.ts';
import { inputArgument } from './mutations.ts';
import { packagesIn } from './packages.ts';
import type { Fields, Parts } from './types.ts';

export const queriesOf = (parts: Parts, entity: Entity): Fields => ({
  ...(entity.fetch && {
    [singular(entity)]: {
      type: parts.object(entity),
      description: describeOne(entity, keysOf(entity)[0]),
      deprecationReason: entity.deprecated,
      args: { ...parentArguments(entity), ...ownArgument(entity), ...valueArguments(parts, entity, 'fetch') },
      cost: costOfGet(entity),
      rootField: { operation: 'GET', entity },
      resolve: (_parent, args, context, info) =>
        context.loaders.get(entity, readSids(context, entity, args), {
          path: info.path,
          params: readValues(entity, 'fetch', args),
          packages: packagesIn(entity, info),
        }),
    },
  }),
  ...(entity.asks && { [singular(entity)]: askField(parts, entity) }),
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

/** What Twilio answers to a POST that changes nothing. */
const askField = (parts: Parts, entity: Entity): Fields[string] => ({
  type: parts.object(entity),
  description: entity.about,
  deprecationReason: entity.deprecated,
  args: { ...parentArguments(entity), ...inputArgument(parts, entity, 'create') },
  cost: () => ({ each: 1 }),
  rootField: { operation: 'GET', entity },
  resolve: (_parent, args, context) => {
    const input = checkInput(entity, 'create', (args.input ?? {}) as Input);
    return context.connection.gateway.create(entity, readParents(context, entity, args), input, context.caller);
  },
});
