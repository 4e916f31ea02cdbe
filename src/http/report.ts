/** What an operation did besides its data: its lists in `extensions.lists`, its keys in `extensions.idempotency`. */
import type { Plugin } from 'graphql-yoga';

/** The part of a context that keeps the record. */
export interface Reporting {
  readonly report: { readonly lists: readonly unknown[] };
  readonly idempotency: readonly unknown[];
}

export const useReport = (): Plugin<Reporting> => ({
  onExecute: ({ args: { contextValue } }) => ({
    onExecuteDone({ result, setResult }) {
      const { report, idempotency } = contextValue;
      const { lists } = report;
      if (!('data' in result) || (lists.length === 0 && idempotency.length === 0)) return;
      const [first, ...more] = idempotency;
      setResult({
        ...result,
        extensions: {
          ...result.extensions,
          ...(lists.length > 0 && { lists }),
          ...(first !== undefined && { idempotency: more.length > 0 ? idempotency : first }),
        },
      });
    },
  }),
});
