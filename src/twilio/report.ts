/** What one request did: the transactions that it spent, and what each of its lists asked and read. */

/** One list of the query; a list below other rows counts all its readings together. */
export interface ListReport {
  /** Where in the answer, without positions: `calls.nodes.recordings`. */
  readonly list: string;
  /** Filters that Twilio evaluated, by the names of its parameters. */
  readonly pushedDown: readonly string[];
  readonly rowsScanned: number;
  readonly transactions: number;
}

export class Report {
  /** Upstream transactions that the operation may cause at worst. */
  predicted = 0;
  #spent = 0;
  readonly #lists = new Map<string, { pushedDown: Set<string>; rowsScanned: number; transactions: number }>();

  /** Upstream transactions so far, retries included. */
  get spent(): number {
    return this.#spent;
  }

  spend(): void {
    this.#spent++;
  }

  /** Notes a page that was read. */
  page(list: string, pushedDown: readonly string[], rows: number): void {
    const known = this.#lists.get(list) ?? { pushedDown: new Set(), rowsScanned: 0, transactions: 0 };
    for (const name of pushedDown) known.pushedDown.add(name);
    known.rowsScanned += rows;
    known.transactions++;
    this.#lists.set(list, known);
  }

  get lists(): readonly ListReport[] {
    return [...this.#lists].map(([list, { pushedDown, ...counts }]) => ({
      list,
      pushedDown: [...pushedDown].sort(),
      ...counts,
    }));
  }
}
