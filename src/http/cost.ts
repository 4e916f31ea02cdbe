/** The price of an operation: predicted before it runs, limited while it runs, and reported in `extensions.cost`. */
import { type DocumentNode, type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql';

export interface Pricing {
  /** Upstream calls that one operation may make. */
  readonly maxCost: number;
  /** Upstream calls that a query may be predicted to need. */
  readonly maxPredictedCost: number;
  readonly predict: (operation: ExecutionArgs) => Prediction;
  /** What is left of an operation that is to be priced and not run. */
  readonly dryRun: (operation: ExecutionArgs) => DocumentNode | undefined;
}
/**
 * The most values that an answer may hold, some tens of megabytes, and how many more for each upstream call, which is
 * about what a call returns. Without this limit, aliases could make any number of values of one call, or of none.
 */
const MAX_VALUES = 1_000_000;
const VALUES_PER_CALL = 10_000;

/** The worst case, in upstream calls. */
interface Prediction {
  readonly total: number;
  /** The part of it that changes by filter may cost: held to the limit when the number of rows is known. */
  readonly changes: number;
  /** Values that the answer may hold. */
  readonly values: number;
  readonly isMutation: boolean;
  /** The field that costs most. */
  readonly mostExpensive: { readonly path: string; readonly cost: number; readonly isInList: boolean } | undefined;
}
/** The part of a context that counts upstream calls. */
export interface Charged {
  readonly budget: {
    readonly predicted: number;
    readonly requested: number;
    readonly spent: number;
    open(prediction: Prediction, limit: number): void;
  };
  readonly connection: { readonly throughput: { readonly perSecond: number; readonly available: number } };
}

/** What remains of an operation to be run, or why nothing does. Sets its budget. */
export const price = (args: ExecutionArgs, pricing: Pricing): ExecutionArgs | GraphQLError => {
  const { budget } = args.contextValue as Charged;
  const prediction = pricing.predict(args);
  budget.open(prediction, pricing.maxCost);
  const document = pricing.dryRun(args);
  return document ? { ...args, document } : (refusal(prediction, pricing) ?? args);
};

export const withCost = (
  result: ExecutionResult,
  { budget, connection: { throughput } }: Charged,
): ExecutionResult => ({
  ...result,
  extensions: {
    ...result.extensions,
    cost: {
      predictedQueryCost: budget.predicted,
      requestedQueryCost: budget.requested,
      actualQueryCost: budget.spent,
      throttleStatus: {
        maximumAvailable: throughput.perSecond,
        currentlyAvailable: throughput.available,
        restoreRate: throughput.perSecond,
      },
    },
  },
});

/**
 * A query may be predicted to need more than its budget: it rarely does, and what is left when the budget is spent
 * fails by itself. A mutation must not stop half-way, so it is refused.
 */
const refusal = (prediction: Prediction, { maxCost, maxPredictedCost }: Pricing): GraphQLError | undefined => {
  const { total, values, changes, isMutation } = prediction;
  const [allowed, setting] =
    isMutation || maxCost > maxPredictedCost
      ? [maxCost, 'TWILIO_MAX_COST']
      : [maxPredictedCost, 'TWILIO_MAX_PREDICTED_COST'];
  if (total - changes > allowed)
    return tooExpensive(total, allowed, 'cost', 'upstream calls', `${partOf(prediction)}, or raise ${setting}`);
  const most = MAX_VALUES + Math.min(total, maxCost) * VALUES_PER_CALL;
  return values > most ? tooExpensive(values, most, 'return', 'values') : undefined;
};

const number = (value: number): string => value.toLocaleString('en-US');

const partOf = ({ mostExpensive }: Prediction): string => {
  if (!mostExpensive) return '';
  const { path, cost, isInList } = mostExpensive;
  return `; most expensive: \`${path}: ${number(cost)}${isInList ? '; set first' : ''}\``;
};

const tooExpensive = (predicted: number, allowed: number, may: string, unit: string, more = '') =>
  new GraphQLError(
    `This operation may ${may} ${number(predicted)} ${unit}; at most ${number(allowed)} are allowed. Ask for fewer rows (\`first\`, \`filter\`) or in parts${more}.`,
    { extensions: { code: 'MAX_COST_EXCEEDED', predicted, allowed } },
  );
