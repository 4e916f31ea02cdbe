/** Adds what each list of an operation read to its answer, as `extensions.lists`. */
import type { Plugin } from 'graphql-yoga';

/** The part of a context that keeps the record. */
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
