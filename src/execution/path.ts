/** Where a value stands in the answer: its key or index, and the path of what it stands in. */
import type { GraphQLResolveInfo } from 'graphql';

export type Path = GraphQLResolveInfo['path'];

export const addPath = (prev: Path | undefined, key: string | number, typename: string | undefined): Path => ({
  prev,
  key,
  typename,
});
