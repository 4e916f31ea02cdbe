/** The list in an operation: finds it, asks for one page after the other, and takes the rows out of the answers. */
import type { Command } from 'commander';
import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;
export interface ListOperation {
  /** Whether the operation itself says how large a page is. */
  readonly hasFirst: boolean;
  /** What its rows are: `usage records`. */
  readonly noun: string;
  /** The request for the page after a cursor; `first` is the size of the page if the operation does not say it. */
  page(
    variables: Variables,
    after: string | undefined,
    first: number | undefined,
  ): { query: string; variables: Variables };
  rowsOf(data: unknown): Page;
}
export interface Page {
  readonly rows: readonly unknown[];
  /** Cursor of the next page; `undefined` after the last one. */
  readonly next: string | undefined;
  /** If the operation asks for it. */
  readonly totalCount: number | undefined;
}

const AFTER = 'cliAfter';

/** Ends the command with wrong usage unless the operation is one query with one list. */
export const parseOperation = (source: string, called: Command): ListOperation => {
  const document = parsed(source, called);
  const [operation, ...others] = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation || others.length > 0) return called.error('error: the document must have exactly one operation');
  if (operation.operation !== 'query')
    return called.error('error: only a query has rows; run it without --all and --format');
  const lists = listsIn(operation.selectionSet);
  const [path, ...more] = lists;
  if (!path || more.length > 0) {
    const found = lists.map((fields) => fields.map(keyOf).join('.')).join(', ');
    const problem = path ? `it has ${found}` : 'no field selects nodes or edges';
    return called.error(`error: the query must have exactly one list; ${problem}`);
  }
  return {
    hasFirst: hasArgument(path.at(-1) as FieldNode, 'first'),
    noun: path.at(-1)?.name.value.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) ?? 'rows',
    page: (variables, after, first) => ({
      query: print(pageDocument(document, path.at(-1) as FieldNode, operation, after !== undefined, first)),
      variables: after === undefined ? variables : { ...variables, [AFTER]: after },
    }),
    rowsOf: (data) =>
      pageOf(path.reduce<unknown>((value, field) => (value as Connection | null)?.[keyOf(field)], data)),
  };
};

const parsed = (source: string, called: Command): DocumentNode => {
  try {
    return parse(source, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return called.error(`error: ${error.message}`);
    throw error;
  }
};

const keyOf = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;
const fieldsOf = (selections: SelectionSetNode | undefined): readonly FieldNode[] =>
  (selections?.selections ?? []).filter((each) => each.kind === Kind.FIELD);
const hasArgument = (field: FieldNode, argument: string): boolean =>
  (field.arguments ?? []).some((each) => each.name.value === argument);
const isList = (field: FieldNode): boolean =>
  fieldsOf(field.selectionSet).some(({ name }) => name.value === 'nodes' || name.value === 'edges');

/** Paths to the outermost lists. Lists inside of rows are not followed. */
const listsIn = (selections: SelectionSetNode | undefined): readonly (readonly FieldNode[])[] =>
  fieldsOf(selections).flatMap((field) =>
    isList(field) ? [[field]] : listsIn(field.selectionSet).map((path) => [field, ...path]),
  );

const name = (value: string) => ({ kind: Kind.NAME, value }) as const;
const fieldNode = (value: string, ...inner: readonly FieldNode[]): FieldNode => ({
  kind: Kind.FIELD,
  name: name(value),
  ...(inner.length > 0 && { selectionSet: { kind: Kind.SELECTION_SET, selections: inner } }),
});
const variable = { kind: Kind.VARIABLE, name: name(AFTER) } as const;
const PAGE_INFO: FieldNode = {
  ...fieldNode('pageInfo', fieldNode('hasNextPage'), fieldNode('endCursor')),
  alias: name('cliPageInfo'),
};

/** The document with the cursor of the page in it, and with what is needed to find the next one. */
const pageDocument = (
  document: DocumentNode,
  list: FieldNode,
  operation: OperationDefinitionNode,
  continued: boolean,
  size: number | undefined,
): DocumentNode =>
  visit(document, {
    OperationDefinition: (node) => {
      if (!continued || node !== operation) return undefined;
      const type = { kind: Kind.NAMED_TYPE, name: name('String') } as const;
      const definition = { kind: Kind.VARIABLE_DEFINITION, variable, type } as const;
      return { ...node, variableDefinitions: [...(node.variableDefinitions ?? []), definition] };
    },
    Field: (node) => {
      if (node !== list) return undefined;
      const given = node.arguments ?? [];
      const first = {
        kind: Kind.ARGUMENT,
        name: name('first'),
        value: { kind: Kind.INT, value: String(size) },
      } as const;
      const after = { kind: Kind.ARGUMENT, name: name('after'), value: variable } as const;
      return {
        ...node,
        arguments: [
          ...given.filter((each) => !continued || each.name.value !== 'after'),
          ...(continued ? [after] : []),
          ...(size !== undefined && !hasArgument(node, 'first') ? [first] : []),
        ],
        selectionSet: {
          kind: Kind.SELECTION_SET,
          selections: [...(node.selectionSet?.selections ?? []), PAGE_INFO],
        },
      };
    },
  });

interface Connection {
  readonly [key: string]: unknown;
  readonly nodes?: readonly unknown[];
  readonly edges?: readonly { readonly node?: unknown }[];
  readonly totalCount?: number | null;
  readonly cliPageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const pageOf = (connection: unknown): Page => {
  const { nodes, edges, totalCount, cliPageInfo } = (connection ?? {}) as Connection;
  return {
    rows: nodes ?? edges?.map(({ node }) => node) ?? [],
    next: cliPageInfo?.hasNextPage ? (cliPageInfo.endCursor ?? undefined) : undefined,
    totalCount: totalCount ?? undefined,
  };
};
