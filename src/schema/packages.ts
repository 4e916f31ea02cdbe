/** Which packages of a row a query selects: Twilio fills those fields only if they are asked for by name. */
import {
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Entity, onceFor } from '../model/index.ts';

/** The package of each field that has one. */
const packagesOf = onceFor(
  ({ fields }: Entity): ReadonlyMap<string, string> =>
    new Map(Object.entries(fields).flatMap(([name, value]) => (value.package ? [[name, value.package]] : []))),
);

export const packagesIn = (
  entity: Entity,
  { fieldNodes, fragments, variableValues }: GraphQLResolveInfo,
): readonly string[] => {
  const known = packagesOf(entity);
  if (known.size === 0) return [];
  const found = new Set<string>();
  const isIncluded = (node: SelectionNode): boolean =>
    getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if !== false;
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = known.get(selection.name.value);
        if (name) found.add(name);
        continue;
      }
      const part = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
      if (part) collect(part.selectionSet);
    }
  };
  for (const { selectionSet } of fieldNodes) if (selectionSet) collect(selectionSet);
  return [...found].sort();
};
