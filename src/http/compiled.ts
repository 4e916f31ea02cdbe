/**
 * Queries that come again and again, compiled by graphql-jit: a third of what it costs to walk their documents.
 * Everything else, and every query at first, is run as yoga runs it, and so is what graphql-jit is not exact in.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  BREAK,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isAbstractType,
  isNonNullType,
  Kind,
  TypeInfo,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';
import { fieldsOf } from './size.ts';

/** How often a document is walked before it is compiled, which costs as much as some tens of walks. */
const WALKS = 5;
/** Compiling holds up everybody else: it waits until the crowd that a document may have come in has been heard. */
const PAUSE_MS = 200;
/** Once its fragments are spread: a larger document is not compiled, since that would hold up everybody else. */
const MOST_FIELDS = 500;
/** Compiled documents that are kept. */
const MOST_KEPT = 100;

/** Names of variables. */
type Needs = ReadonlySet<string>;
type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;
interface Known {
  readonly schema: GraphQLSchema;
  /** What must be given for the compiled query to be exact; `undefined`: it never is. */
  needs: Needs | undefined;
  runs: number;
  query?: CompiledQuery['query'] | undefined;
}

/** The last plugin to say how something is executed. */
export const useCompiled = (pauseMs = PAUSE_MS): Plugin => {
  const documents = new WeakMap<DocumentNode, Known>();
  const kept: Known[] = [];
  const compile = async (known: Known, { schema, document }: ExecutionArgs): Promise<void> => {
    await sleep(pauseMs, undefined, { ref: false });
    // Loaded when first needed: it brings a schema compiler along.
    const { compileQuery } = await import('graphql-jit');
    const compiled = compileQuery(schema, withoutTypes(document), undefined, { disablingCapturingStackErrors: true });
    if ('query' in compiled) known.query = compiled.query;
    else known.needs = undefined;
    kept.push(known);
    const oldest = kept.length > MOST_KEPT ? kept.shift() : undefined;
    if (oldest) Object.assign(oldest, { query: undefined, runs: 0 });
  };
  const knownOf = (args: ExecutionArgs): Known => {
    const { schema, document } = args;
    const seen = documents.get(document);
    const known = seen?.schema === schema ? seen : { schema, needs: needsOf(schema, document), runs: 0 };
    documents.set(document, known);
    if (known.needs && ++known.runs === WALKS + 1)
      compile(known, args).catch(() => {
        known.needs = undefined;
      });
    return known;
  };
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const { query, needs } = knownOf(args);
      if (query && needs) setExecuteFn(runner(query, needs, executeFn as Execute));
    },
  };
};

/** A scalar of the schema that takes any value as it is. */
const ANY = 'JSON';
/**
 * The document with variables that may be anything: graphql-js reads them, and exactly so. Of types that hold themselves,
 * as filters do, graphql-jit would never be done reading.
 */
const withoutTypes = (document: DocumentNode): DocumentNode =>
  visit(document, {
    VariableDefinition: ({ kind, variable }): VariableDefinitionNode => ({
      kind,
      variable,
      type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: ANY } },
    }),
  });

/**
 * Whether this is one query of objects alone, whose selection is the same whatever the variables are; if so, the
 * variables within other values: one that is left out leaves out its field, which graphql-jit would make null.
 */
const needsOf = (schema: GraphQLSchema, document: DocumentNode): Needs | undefined => {
  if (fieldsOf(document) > MOST_FIELDS || !schema.getType(ANY)) return undefined;
  const needs = new Set<string>();
  let operations = 0;
  const nullable = new Set(
    document.definitions.flatMap((each) =>
      each.kind === Kind.OPERATION_DEFINITION ? (each.variableDefinitions ?? []).filter(isNullable).map(nameOf) : [],
    ),
  );
  let plain = true;
  const refuse = () => {
    plain = false;
    return BREAK;
  };
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Directive: refuse,
      Variable: ({ name }, _key, parent) => {
        const isWhole = parent && 'kind' in parent && parent.kind !== Kind.OBJECT_FIELD;
        if (!isWhole) needs.add(name.value);
        // Whether it is null is seen only when it runs.
        return nullable.has(name.value) && isNonNullType(types.getInputType()) ? refuse() : undefined;
      },
      OperationDefinition: ({ operation }) => (operation !== 'query' || ++operations > 1 ? refuse() : undefined),
      Field: ({ name: { value } }) => {
        const type = getNamedType(types.getType());
        const isMeta = value.startsWith('__') && value !== '__typename';
        // Where a field has no resolver, graphql-jit calls no function and awaits no promise, as graphql-js would.
        const definition = types.getFieldDef();
        if (definition && !definition.resolve && !definition.extensions.isProperty && !isMeta) return refuse();
        if (isMeta || !type || isAbstractType(type) || isAbstractType(types.getParentType())) return refuse();
        return undefined;
      },
    }),
  );
  return plain ? needs : undefined;
};

const isNullable = ({ type }: VariableDefinitionNode): boolean => type.kind !== Kind.NON_NULL_TYPE;
const nameOf = ({ variable }: VariableDefinitionNode): string => variable.name.value;

const runner =
  (query: CompiledQuery['query'], needs: Needs, walk: Execute): Execute =>
  (args) => {
    const finish = (result: ExecutionResult): ExecutionResult => {
      if (!result.errors) return result;
      return { ...result, errors: exact(result.errors, result.data, args.document) };
    };
    const { schema, document, operationName, variableValues } = args;
    const { variableDefinitions = [] } = getOperationAST(document, operationName) ?? {};
    const { coerced } = getVariableValues(schema, variableDefinitions, variableValues ?? {});
    // Variables that do not fit are refused before anything runs, in yoga's words.
    if (!coerced || ![...needs].every((name) => name in coerced)) return walk(args);
    const result = query(args.rootValue, args.contextValue, coerced);
    return result instanceof Promise ? result.then(finish) : finish(result);
  };

/** Errors as graphql-js has them: with the nodes of the document, and one for each place that became null. */
const exact = (
  errors: readonly GraphQLError[],
  data: ExecutionResult['data'],
  document: DocumentNode,
): readonly GraphQLError[] => {
  const places = new Set<string>();
  return errors.flatMap((error) => {
    const place = JSON.stringify(nullAt(data, error.path ?? []));
    if (places.has(place)) return [];
    places.add(place);
    const { originalError = new Error(error.message), path } = error;
    if (originalError instanceof GraphQLError && originalError.path) return [originalError];
    const nodes = nodesAt(document, error);
    return [new GraphQLError(error.message, { nodes, path: path ?? null, originalError })];
  });
};

/** How far a path leads until it ends at null. */
const nullAt = (data: unknown, path: readonly (string | number)[]): readonly (string | number)[] => {
  let value = data;
  const end = path.findIndex((key) => {
    if (value === null || value === undefined) return true;
    value = (value as Record<string | number, unknown>)[key];
    return false;
  });
  return end < 0 ? path : path.slice(0, end);
};

const nodesAt = (document: DocumentNode, { locations = [] }: GraphQLError): readonly FieldNode[] => {
  const found: FieldNode[] = [];
  visit(document, {
    [Kind.FIELD]: (node: FieldNode) => {
      const start = node.loc?.startToken;
      if (locations.some(({ line, column }) => line === start?.line && column === start.column)) found.push(node);
    },
  });
  return found;
};
