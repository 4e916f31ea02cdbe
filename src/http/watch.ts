/** Tells the observer of every GraphQL operation: its kind, its codes, its cost and its duration, and nothing it holds. */
import { type ExecutionResult, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { codes, requestCodes } from '../errors.ts';
import type { Observer, OperationEvent } from '../events.ts';
import type { Charged } from './cost.ts';

/** What is known of an operation while it runs. */
interface Running {
  readonly since: number;
  readonly caller: string;
  name?: string | undefined;
  type: OperationEvent['type'];
  budget?: Charged['budget'];
}

/** Comes before all plugins that may refuse an operation. */
export const useWatch = (observer: Observer): Plugin<Charged & { request: Request }> => {
  const running = new WeakMap<Request, Running>();
  return {
    onParams({ request }) {
      running.set(request, { since: performance.now(), caller: callerOf(request), type: 'none' });
    },
    onExecute({ args }) {
      const known = running.get(args.contextValue.request);
      if (!known) return;
      const operation = getOperationAST(args.document, args.operationName);
      known.name = operation?.name?.value;
      known.type = operation?.operation ?? 'none';
      known.budget = args.contextValue.budget;
    },
    onResultProcess({ request, result }) {
      const known = running.get(request);
      if (!known || !isResult(result)) return;
      running.delete(request);
      const { name, caller, type, since, budget } = known;
      observer.operation?.({
        request: budget,
        name,
        caller,
        type,
        codes: codesOf(result),
        predicted: budget?.predicted ?? 0,
        actual: budget?.spent ?? 0,
        durationMs: performance.now() - since,
      });
    },
  };
};

/** As a client names itself: by the header that GraphQL clients have for it, or else by its program's name. */
const callerOf = ({ headers }: Request): string =>
  headers.get('apollographql-client-name') || /^[\w.-]+/.exec(headers.get('user-agent') ?? '')?.[0] || 'unknown';

const isResult = (result: object): result is ExecutionResult => 'data' in result || 'errors' in result;

/** Closed, since a label of a metric must be; and by an alias a client may put anything where a code should be. */
const KNOWN: ReadonlySet<unknown> = new Set([...Object.keys(codes), ...Object.keys(requestCodes)]);

const codesOf = ({ errors = [], data }: ExecutionResult): readonly string[] => {
  const found = new Set<string>();
  for (const { extensions } of errors) {
    const code = extensions?.code;
    found.add(typeof code === 'string' && KNOWN.has(code) ? code : 'OTHER');
  }
  for (const payload of Object.values(data ?? {})) {
    const refusals = (payload as { userErrors?: unknown } | null)?.userErrors;
    if (!Array.isArray(refusals)) continue;
    for (const refusal of refusals as readonly ({ code?: unknown } | null)[])
      found.add(typeof refusal?.code === 'string' && KNOWN.has(refusal.code) ? refusal.code : 'OTHER');
  }
  return [...found];
};
