/** What the tests use of it. */
import type { GraphQLSchema } from 'graphql';

export interface Random {
  below(n: number): number;
  pick<T>(items: readonly T[]): T;
}
export interface Attack {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string;
}
export const attacksOn: (schema: GraphQLSchema, random: Random) => Readonly<Record<string, () => Attack>>;
export const requestOf: (
  attack: Attack,
  random: Random,
) => {
  readonly search: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string;
};
