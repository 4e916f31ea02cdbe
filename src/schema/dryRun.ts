/** `rateLimit(dryRun: true)`: which part of an operation runs when it is only priced. */
import { BREAK, type DocumentNode, type FieldNode, getOperationAST, Kind, type SelectionSetNode, visit } from 'graphql';
import { argumentsOf } from '../execution/index.ts';
import { onceFor } from '../model/index.ts';
import { contextOf, type ExecutableOperation, isIncluded, type OperationContext } from './executableOperation.ts';

const namesRateLimit = onceFor((document: DocumentNode): boolean => {
  let found = false;
  const Field = ({ name }: FieldNode) => {
    found ||= name.value === 'rateLimit';
    return found ? BREAK : undefined;
  };
  visit(document, { Field });
  return found;
});

/** The part of the document that runs if it asks for `rateLimit(dryRun: true)`; `undefined` if it does not. */
export const dryRunOf = (given: ExecutableOperation): DocumentNode | undefined => {
  const operation = getOperationAST(given.document, given.operationName);
  const field = given.schema.getQueryType()?.getFields().rateLimit;
  if (operation?.operation !== 'query' || !field || !namesRateLimit(given.document)) return undefined;
  const context = contextOf(given, operation);
  const limits = rootFields(context, operation.selectionSet).filter(({ name }) => name.value === 'rateLimit');
  if (!limits.some((node) => argumentsOf(field, node, context.variables).dryRun === true)) return undefined;
  const rest = { ...operation, selectionSet: { ...operation.selectionSet, selections: limits } };
  const others = given.document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return { ...given.document, definitions: [rest, ...others] };
};

const rootFields = (context: OperationContext, set: SelectionSetNode): readonly FieldNode[] =>
  set.selections.flatMap((selection) => {
    if (!isIncluded(context, selection)) return [];
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments.get(selection.name.value) : selection;
    return fragment ? rootFields(context, fragment.selectionSet) : [];
  });
