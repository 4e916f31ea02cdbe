/** The price of an operation: refused before anything is sent if it is too high, and told in `extensions.cost`. */

import type { DocumentNode, ExecutionArgs } from 'graphql';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

export interface Pricing {
  /** The most that one operation may cost. */
  readonly ceiling: number;
  readonly predict: (operation: ExecutionArgs) => Price;
  /** What is left of an operation that is to be priced and not run. */
  readonly dryRun: (operation: ExecutionArgs) => DocumentNode | undefined;
}
/** In upstream transactions, at worst; `changes` is the part that is held to the ceiling once it is known. */
interface Price {
  readonly total: number;
  readonly changes: number;
}
/** The part of a context that keeps account. */
export interface Charged {
  readonly report: {
    readonly predicted: number;
    readonly spent: number;
    /** Says what the operation may cost, and what it must not. */
    price(price: Price, ceiling: number): void;
  };
  readonly connection: { readonly throughput: { readonly perSecond: number; readonly available: number } };
}

export const useCost = ({ ceiling, predict, dryRun }: Pricing): Plugin<Charged> => ({
  onExecute({ args, setResultAndStopExecution }) {
    const { report, connection } = args.contextValue;
    const price = predict(args);
    report.price(price, ceiling);
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
    else if (price.total - price.changes > ceiling) {
      setResultAndStopExecution({ errors: [tooDear(price.total, ceiling)], extensions: { cost: cost() } });
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
    `This may cost ${predicted} upstream transactions; at most ${allowed} are allowed. Ask for fewer rows (\`first\`, \`filter\`) or in parts, or raise TWILIO_MAX_COST.`,
    { extensions: { code: 'MAX_COST_EXCEEDED', predicted, allowed } },
  );
