/** What the lists of an operation did, told in `extensions.lists` of its answer. */
import type { Plugin } from 'graphql-yoga';

/** The part of a context that knows. */
export interface Reporting {
  readonly report: { readonly lists: readonly unknown[] };
}

export const useReport = (): Plugin<Reporting> => ({
  onExecute: ({ args: { contextValue } }) => ({
    onExecuteDone({ result, setResult }) {
      const { lists } = contextValue.report;
      if (lists.length === 0 || !('data' in result)) return;
      setResult({ ...result, extensions: { ...result.extensions, lists } });
    },
  }),
});
