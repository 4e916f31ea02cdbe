/** Adds the outcome of a mutation to every error in the rest of its answer, so that nobody sends a done write again. */
import { type ExecutionResult, GraphQLError } from 'graphql';

/** The part of a context that knows. */
export interface Outcomes {
  /** By response key of the mutation. */
  readonly outcomes: ReadonlyMap<string | number, 'DONE' | 'UNKNOWN'>;
}

export const withOutcomes = (result: ExecutionResult, { outcomes }: Outcomes): ExecutionResult =>
  outcomes.size === 0 || !result.errors
    ? result
    : { ...result, errors: result.errors.map((error) => withOutcome(error, outcomes)) };

const withOutcome = (error: GraphQLError, outcomes: Outcomes['outcomes']): GraphQLError => {
  const outcome = outcomes.get(error.path?.[0] ?? '');
  if (outcome === undefined || error.extensions.outcome !== undefined) return error;
  const { message, nodes = null, source = null, positions = null, path = null, originalError = null } = error;
  const extensions = { ...error.extensions, outcome };
  return new GraphQLError(message, { nodes, source, positions, path, originalError, extensions });
};
