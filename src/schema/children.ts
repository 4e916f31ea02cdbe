/** What lies in an entity: its child lists, single rows of them, and singletons. */
import {
  type Entity,
  isContainer,
  isOnList,
  keysOf,
  onceFor,
  ownArguments,
  plural,
  productOf,
  type Registry,
  singular,
  snakeCase,
} from '../model/index.ts';
import { type Row, read } from '../twilio/rows/index.ts';
import { ownArgument, readOwn, readValues, valueArguments } from './arguments.ts';
import { describeList, describeOne } from './descriptions.ts';
import { costOfGet, listField, withCost } from './lists.ts';
import { packagesIn } from './packages.ts';
import type { Field, Fields, Parts } from './types.ts';

/** The names that Twilio's API gives them, unless the descriptor says others. */
export const childFields = (parts: Parts, entity: Entity): Fields<Row> => {
  const fields: Fields<Row> = {};
  for (const child of parts.registry.children(entity)) {
    if (child.filters) fields[listName(entity, child)] = childList(parts, entity, child);
    if (child.fetch && keysOf(child).length === 0) fields[child.inside?.[0] ?? child.at] = childRow(parts, child);
    // Resources of the core API have all of their keys at the root.
    else if (child.fetch && productOf(child).entry)
      fields[child.inside?.[0] ?? singular(child)] = childRow(parts, child);
  }
  return fields;
};

/** The names of the lists whose paths begin with the path of a row. */
export const listsIn = (registry: Registry, entity: Entity): ReadonlySet<string> => listsOf(registry)(entity);

const listsOf = onceFor((registry: Registry) =>
  onceFor(
    (entity: Entity): ReadonlySet<string> =>
      new Set(registry.children(entity).flatMap((child) => (child.filters ? [listName(entity, child)] : []))),
  ),
);

const listName = (entity: Entity, child: Entity): string => {
  if (child.inside) return child.inside[1];
  const isTaken = isContainer(child.in) || isOnList(child.in) || entity.relations?.[child.at] !== undefined;
  return isTaken || child.by ? plural(child) : child.at;
};

const childList = (parts: Parts, entity: Entity, child: Entity): Field<Row> => {
  const list = listField(parts, child, describeList(child, 'parent'), (row: Row) => ({
    entity: ownChild(parts.registry, row, child),
    parents: row.sids,
    isEmpty: isKnownEmpty(row, child),
  }));
  return { ...list, ...withCost(list, { knownFields: [singular(entity)] }) };
};

const childRow = (parts: Parts, child: Entity): Field<Row> => ({
  type: parts.object(child),
  description: keysOf(child).length > 0 ? describeOne(child, ownArguments(child)[0]) : child.about,
  deprecationReason: child.deprecated,
  args: { ...ownArgument(child), ...valueArguments(parts, child, 'fetch') },
  cost: costOfGet(child),
  resolve: (row, args, { loaders }, info) => {
    const own = ownChild(parts.registry, row, child);
    const params = readValues(own, 'fetch', args);
    return loaders.get(own, [...row.sids, ...readOwn(own, args)], {
      path: info.path,
      params,
      packages: packagesIn(own, info),
    });
  },
});

/** Rows of one type can be of several entities: what lies in them then is reached by the row's own. */
const ownChild = (registry: Registry, row: Row, child: Entity): Entity => {
  const own = registry.children(row.entity);
  // Several children may have the same name in the SDK, each in a container of its own.
  return own.includes(child) ? child : (own.find(({ at }) => at === child.at) ?? child);
};

/** Whether the row itself says that a list below it has no rows. */
const isKnownEmpty = (row: Row, { when, at }: Entity): boolean => {
  if (!when) return false;
  if ('positive' in when) return read(row, when.positive) === 0;
  const links = row.json.subresource_uris;
  return typeof links === 'object' && links !== null && !(snakeCase(at) in links);
};
