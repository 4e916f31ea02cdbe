/** What an operation did besides its data: its lists in `extensions.lists`, its keys in `extensions.idempotency`. */
import type { ExecutionResult } from 'graphql';

/** The part of a context that keeps the record. */
export interface Reporting {
  readonly report: { readonly lists: readonly unknown[] };
  readonly idempotency: readonly unknown[];
}

export const withReport = (result: ExecutionResult, { report: { lists }, idempotency }: Reporting): ExecutionResult => {
  if (!('data' in result) || (lists.length === 0 && idempotency.length === 0)) return result;
  const [first, ...more] = idempotency;
  return {
    ...result,
    extensions: {
      ...result.extensions,
      ...(lists.length > 0 && { lists }),
      ...(first !== undefined && { idempotency: more.length > 0 ? idempotency : first }),
    },
  };
};
