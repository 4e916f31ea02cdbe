/** Introspection reads the whole schema and answers a megabyte: done once for each document, and sent packed. */
import { type DocumentNode, type ExecutionResult, executeSync, getOperationAST, Kind } from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import type { Observer } from '../events.ts';
import { chosenEncoding, type Encoding, pack } from './encodings.ts';

/** Tools ask in a few ways. More than these at a time, and longer ones, are answered without being kept. */
const MOST_KEPT = 8;
const LONGEST_KEPT = 4 * 1024 * 1024;

interface Known {
  readonly data: NonNullable<ExecutionResult['data']>;
  readonly json: string;
  /** What was packed last: the same text again is not packed again. */
  readonly packed: Map<Encoding, { readonly text: string; readonly bytes: Promise<Buffer<ArrayBuffer>> }>;
}

/** Comes after all plugins that add to a result: what they add is kept out of what is known. */
export const useIntrospectionCache = (observer: Observer = {}): Plugin<YogaInitialContext> => {
  const kept = new Map<string, Known>();
  const answers = new WeakMap<Request, { readonly known: Known; readonly text: string }>();
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { schema, document, operationName, variableValues, contextValue } = args;
      if (!isIntrospection(document, operationName)) return;
      const name = JSON.stringify([contextValue.params.query, operationName, variableValues]);
      observer.introspected?.(kept.has(name));
      const known = kept.get(name) ?? answer(executeSync({ schema, document, operationName, variableValues }));
      if (!known) return;
      kept.delete(name);
      if (known.json.length <= LONGEST_KEPT) kept.set(name, known);
      for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
      const stringify = ({ extensions }: ExecutionResult) => {
        const rest = extensions ? `,"extensions":${JSON.stringify(extensions)}` : '';
        const text = `{"data":${known.json}${rest}}`;
        answers.set(contextValue.request, { known, text });
        return text;
      };
      // Yoga writes a result with the function that the result brings along.
      const result: ExecutionResult & { readonly stringify: typeof stringify } = { data: known.data, stringify };
      setResultAndStopExecution(result);
    },
    async onResponse({ request, response, setResponse, fetchAPI }) {
      const given = answers.get(request);
      const encoding = chosenEncoding(request.headers.get('accept-encoding'));
      if (!given || encoding === 'identity') return;
      const { known, text } = given;
      const last = known.packed.get(encoding);
      const packed = last?.text === text ? last : { text, bytes: pack(Buffer.from(text), encoding) };
      known.packed.set(encoding, packed);
      const headers = new fetchAPI.Headers(response.headers);
      headers.delete('content-length');
      headers.set('content-encoding', encoding);
      headers.set('vary', 'accept-encoding');
      setResponse(new fetchAPI.Response(await packed.bytes, { status: response.status, headers }));
    },
  };
};

/** Nothing but the schema is asked for, so that the answer is the same for everybody. */
const isIntrospection = (document: DocumentNode, operationName: string | null | undefined): boolean => {
  const operation = getOperationAST(document, operationName);
  const asked = operation?.operation === 'query' ? operation.selectionSet.selections : [];
  return asked.length > 0 && asked.every((each) => each.kind === Kind.FIELD && each.name.value === '__schema');
};

const answer = ({ data, errors }: ExecutionResult): Known | undefined =>
  data && !errors ? { data, json: JSON.stringify(data), packed: new Map() } : undefined;
