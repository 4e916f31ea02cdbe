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
/**
 * The most values that an answer may hold, some tens of megabytes, and how many more for each transaction, of which
 * none brings many more: aliases could make as many as they like of one transaction, or of none.
 */
const MAX_VALUES = 1_000_000;
const VALUES_A_TRANSACTION = 10_000;

/** In upstream transactions, at worst; `changes` is the part that is held to the ceiling once it is known. */
interface Price {
  readonly total: number;
  readonly values: number;
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
    else {
      const error = refusal(price, ceiling);
      if (error) return setResultAndStopExecution({ errors: [error], extensions: { cost: cost() } });
    }
    return {
      onExecuteDone({ result, setResult }) {
        if ('data' in result) setResult({ ...result, extensions: { ...result.extensions, cost: cost() } });
      },
    };
  },
});

const refusal = ({ total, values, changes }: Price, ceiling: number): GraphQLError | undefined => {
  if (total - changes > ceiling)
    return tooDear(total, ceiling, 'cost', 'upstream transactions', ', or raise TWILIO_MAX_COST');
  const most = MAX_VALUES + total * VALUES_A_TRANSACTION;
  return values > most ? tooDear(values, most, 'answer', 'values') : undefined;
};

const tooDear = (predicted: number, allowed: number, may: string, unit: string, raise = '') =>
  new GraphQLError(
    `This may ${may} ${predicted} ${unit}; at most ${allowed} are allowed. Ask for fewer rows (\`first\`, \`filter\`) or in parts${raise}.`,
    { extensions: { code: 'MAX_COST_EXCEEDED', predicted, allowed } },
  );
