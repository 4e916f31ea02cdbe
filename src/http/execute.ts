/**
 * What an operation passes between validation and its answer, in this order. One function instead of a plugin of yoga's
 * for each step: yoga makes some twenty objects a plugin for every operation. Each step may take all the time that one
 * turn of the event loop should.
 */
import { type ExecutionArgs, type ExecutionResult, GraphQLError, getOperationAST } from 'graphql';
import { coerceVariables } from '../execution/index.ts';
import { pause } from '../pause/index.ts';
import type { Authorize } from './authorization.ts';
import { type Charged, type Pricing, price, withCost } from './cost.ts';
import { type Reporting, withReport } from './extensions.ts';
import { type Outcomes, withOutcomes } from './outcomes.ts';

export interface ExecuteParts {
  readonly authorize: Authorize;
  readonly pricing: Pricing;
  readonly run: (args: ExecutionArgs) => ExecutionResult | PromiseLike<ExecutionResult>;
}

/** The part of a context that holds what an operation reads. */
interface Holding {
  readonly memory: { end(): void };
}

/** For yoga's `setExecuteFn`. */
export const createExecute =
  ({ authorize, pricing, run }: ExecuteParts) =>
  async (args: ExecutionArgs): Promise<ExecutionResult> => {
    const context = args.contextValue as Charged & Outcomes & Reporting & Holding;
    coerce(args);
    await pause();
    const errors = authorize(args);
    if (errors.length > 0) return { errors };
    await pause();
    const priced = price(args, pricing);
    if (priced instanceof GraphQLError) return withCost({ errors: [priced] }, context);
    await pause();
    try {
      const result = withOutcomes(withReport(await run(priced), context), context);
      return 'data' in result ? withCost(result, context) : result;
    } finally {
      context.memory.end();
    }
  };

/** The steps that read the variables later get the same. */
const coerce = ({ schema, document, operationName, variableValues }: ExecutionArgs): void => {
  const operation = getOperationAST(document, operationName);
  if (operation) coerceVariables(schema, operation, variableValues);
};
