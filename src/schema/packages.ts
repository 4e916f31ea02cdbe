/** Which fields of a row a query selects, and so which packages: Twilio fills those only if they are named. */
import {
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Entity, keysOf, onceFor } from '../model/index.ts';

/** The package of each field that has one. */
const packagesOf = onceFor(
  ({ fields }: Entity): ReadonlyMap<string, string> =>
    new Map(Object.entries(fields).flatMap(([name, value]) => (value.package ? [[name, value.package]] : []))),
);

export const packagesIn = (entity: Entity, info: GraphQLResolveInfo): readonly string[] => {
  const known = packagesOf(entity);
  if (known.size === 0) return [];
  const names = [...fieldsIn(info)].flatMap((name) => known.get(name) ?? []);
  return [...new Set(names)].sort();
};

/** The names of the fields that are selected of an object. */
const fieldsIn = ({ fieldNodes, fragments, variableValues }: GraphQLResolveInfo): ReadonlySet<string> => {
  const found = new Set<string>();
  const isIncluded = (node: SelectionNode): boolean =>
    getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if !== false;
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        found.add(selection.name.value);
        continue;
      }
      const part = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
      if (part) collect(part.selectionSet);
    }
  };
  for (const { selectionSet } of fieldNodes) if (selectionSet) collect(selectionSet);
  return found;
};

/**
 * Whether nothing is selected of an object but its key and lists that lie in it, which can be read without it. Of the key
 * alone, it is not: whether the object exists would then be unknown.
 */
export const needsOnlyKey = (entity: Entity, lists: ReadonlySet<string>, info: GraphQLResolveInfo): boolean => {
  const selected = [...fieldsIn(info)];
  const known = keyFields(entity);
  return selected.some((name) => lists.has(name)) && selected.every((name) => lists.has(name) || known.includes(name));
};

/** Whether nothing is selected of an object but its key. */
export const selectsOnlyKey = (entity: Entity, info: GraphQLResolveInfo): boolean => {
  const known = keyFields(entity);
  return [...fieldsIn(info)].every((name) => known.includes(name));
};

const keyFields = (entity: Entity): readonly string[] => ['id', '__typename', ...keysOf(entity)];
