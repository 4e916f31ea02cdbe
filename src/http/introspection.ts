/** Introspection reads the whole schema and answers a megabyte: it is executed once for each document. */
import { type DocumentNode, type ExecutionResult, executeSync, getOperationAST, Kind } from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { Observer } from '../events.ts';

/** Characters of JSON, of all answers that are kept. As objects they take some ten times as many bytes. */
const MAX_CHARACTERS = 3 * 1024 * 1024;

type Data = NonNullable<ExecutionResult['data']>;

/** Comes after all plugins that add to a result: what they add is not kept. */
export const useIntrospectionCache = (observer: Observer = {}): Plugin<YogaInitialContext> => {
  const kept = new LRUCache<string, Data>({ maxSize: MAX_CHARACTERS });
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { schema, document, operationName, variableValues, contextValue } = args;
      if (!isIntrospection(document, operationName)) return;
      const key = JSON.stringify([contextValue.params.query, operationName, variableValues]);
      const known = kept.get(key);
      observer.introspected?.(known !== undefined);
      if (known) return setResultAndStopExecution({ data: known });
      const { data, errors } = executeSync({ schema, document, operationName, variableValues });
      if (!data || errors) return;
      kept.set(key, data, { size: key.length + JSON.stringify(data).length });
      setResultAndStopExecution({ data });
    },
  };
};

/** Nothing but the schema is asked for, so that the answer is the same for everybody. */
const isIntrospection = (document: DocumentNode, operationName: string | null | undefined): boolean => {
  const operation = getOperationAST(document, operationName);
  const asked = operation?.operation === 'query' ? operation.selectionSet.selections : [];
  return asked.length > 0 && asked.every((each) => each.kind === Kind.FIELD && each.name.value === '__schema');
};
