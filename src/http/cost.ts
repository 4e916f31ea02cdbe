/** The price of an operation: refused before anything is sent if it is too high, and told in `extensions.cost`. */

import type { DocumentNode, ExecutionArgs } from 'graphql';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

export interface Pricing {
  /** The most that one operation may cost. */
  readonly ceiling: number;
  readonly predict: (operation: ExecutionArgs) => number;
  /** What is left of an operation that is to be priced and not run. */
  readonly dryRun: (operation: ExecutionArgs) => DocumentNode | undefined;
}
/** The part of a context that keeps account. */
export interface Charged {
  readonly report: { predicted: number; readonly spent: number };
  readonly connection: { readonly throughput: { readonly perSecond: number; readonly available: number } };
}

export const useCost = ({ ceiling, predict, dryRun }: Pricing): Plugin<Charged> => ({
  onExecute({ args, setResultAndStopExecution }) {
    const { report, connection } = args.contextValue;
    report.predicted = predict(args);
    const cost = () => ({
      requestedQueryCost: report.predicted,
      actualQueryCost: report.spent,
      throttleStatus: {
        maximumAvailable: connection.throughput.perSecond,
        currentlyAvailable: connection.throughput.available,
        restoreRate: connection.throughput.perSecond,
      },
    });
    const rest = dryRun(args);
    if (rest) args.document = rest;
    else if (report.predicted > ceiling) {
      setResultAndStopExecution({ errors: [tooDear(report.predicted, ceiling)], extensions: { cost: cost() } });
      return undefined;
    }
    return {
      onExecuteDone({ result, setResult }) {
        if ('data' in result) setResult({ ...result, extensions: { ...result.extensions, cost: cost() } });
      },
    };
  },
});

const tooDear = (predicted: number, allowed: number) =>
  new GraphQLError(
    `This may cost ${predicted} upstream transactions; at most ${allowed} are allowed. Ask for fewer rows, or in parts.`,
    { extensions: { code: 'MAX_COST_EXCEEDED', predicted, allowed } },
  );
