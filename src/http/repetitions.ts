/** How often a document repeats response names: validation compares every two fields that share a place in the answer. */
import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import { tooLarge } from './documentSize.ts';

/** A field that is selected 400 times in one place; some milliseconds of validation. */
const MAX_COMPARISONS = 100_000;

/** Throws for a document whose validation would compare too many pairs of fields. */
export const checkRepetitions = (document: DocumentNode): void => {
  if (comparisonsOf(document) > MAX_COMPARISONS)
    throw tooLarge('too repetitive: it selects the same response names in one place too often; select each once');
};

/** Pairs of fields with the same path in the answer. The caller has checked how many fields there are. */
const comparisonsOf = ({ definitions }: DocumentNode): number => {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  let comparisons = 0;
  const compare = (sets: readonly SelectionSetNode[], depth: number): void => {
    const fields = new Map<string, { count: number; readonly sets: SelectionSetNode[] }>();
    const spread = new Set<string>();
    const collect = ({ selections }: SelectionSetNode): void => {
      for (const each of selections)
        if (each.kind === Kind.FIELD) {
          const key = (each.alias ?? each.name).value;
          const known = fields.get(key) ?? { count: 0, sets: [] };
          comparisons += known.count++;
          if (each.selectionSet) known.sets.push(each.selectionSet);
          fields.set(key, known);
        } else if (each.kind === Kind.INLINE_FRAGMENT) collect(each.selectionSet);
        else if (!spread.has(each.name.value)) {
          spread.add(each.name.value);
          const fragment = fragments.get(each.name.value);
          if (fragment) collect(fragment.selectionSet);
        }
    };
    for (const set of sets) collect(set);
    // A fragment that spreads itself would have no end: validation refuses it.
    if (depth < MAX_DEPTH && comparisons <= MAX_COMPARISONS)
      for (const { sets: below } of fields.values()) if (below.length > 0) compare(below, depth + 1);
  };
  for (const each of definitions) if (each.kind === Kind.OPERATION_DEFINITION) compare([each.selectionSet], 0);
  return comparisons;
};
const MAX_DEPTH = 200;
