/** Runs the writes of mutations: keeps reads apart from them, notes their outcome, and makes data of what was refused. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Context, Outcome } from '../context.ts';
import type { Value } from '../model/index.ts';
import type { UserError } from './types.ts';
import { mistakeOf, refusalOf } from './userErrors.ts';

/** A refusal of a write by Twilio, on its way into the payload. */
class RefusedWrite extends Error {
  readonly userError: UserError;
  constructor(userError: UserError) {
    super(userError.message);
    this.userError = userError;
  }
}

/** Runs one write. Nothing that was read before it answers after it, whatever its outcome. */
export const write = async <T>(
  context: Context,
  run: () => Promise<T>,
  inputs?: Readonly<Record<string, Value>>,
): Promise<T> => {
  forget(context);
  try {
    return await run();
  } catch (error) {
    const refusal = refusalOf(error, inputs);
    throw refusal ? new RefusedWrite(refusal) : error;
  } finally {
    forget(context);
  }
};

const forget = ({ loaders, memory }: Context): void => {
  loaders.clear();
  memory.clear();
};

/** Notes the outcome of a mutation, so that an error in the rest of its answer says that it was carried out. */
export const noteOutcome = ({ outcomes }: Context, { path }: GraphQLResolveInfo, outcome: Outcome): void => {
  outcomes.set(path.key, outcome);
};

/**
 * Runs a mutation. The one rule for all of them: a mistake that the caller can mend in the arguments, and a refusal of
 * the write by Twilio (4xx), are `userErrors` of the payload. Everything else is thrown and becomes a top-level error, an
 * unknown outcome above all.
 */
export const asPayload = async <Payload>(
  run: () => Promise<Payload>,
  refused: (userErrors: readonly UserError[]) => Payload,
): Promise<Payload> => {
  try {
    return await run();
  } catch (error) {
    const userError = error instanceof RefusedWrite ? error.userError : mistakeOf(error);
    if (!userError) throw error;
    return refused([userError]);
  }
};
