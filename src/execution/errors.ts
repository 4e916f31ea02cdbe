/** The errors of one execution. */
import type { GraphQLError } from 'graphql';
import type { Path } from './path.ts';

export class CollectedErrors {
  readonly errors: GraphQLError[] = [];
  readonly #nulled = new Set<Path | undefined>();

  /** Keeps an error that nulls the value at a path, unless the value lies in one that is null already. */
  add(error: GraphQLError, path: Path | undefined): void {
    if (this.#isNulled(path)) return;
    this.#nulled.add(path);
    this.errors.push(error);
  }

  #isNulled(start: Path | undefined): boolean {
    for (let path = start; path; path = path.prev) if (this.#nulled.has(path)) return true;
    return this.#nulled.has(undefined);
  }
}
