/** Long lists in mutations, which graphql-js executes: it works through an array in one turn unless it has to wait. */
import { type GraphQLResolveInfo, OperationTypeNode } from 'graphql';
import { inSlices } from '../pause/index.ts';

/** Queries give way by themselves. */
export const inSlicesOf = <T>(
  { operation: { operation } }: GraphQLResolveInfo,
  items: readonly T[],
): readonly (T | Promise<T>)[] => (operation === OperationTypeNode.QUERY ? items : inSlices(items));
