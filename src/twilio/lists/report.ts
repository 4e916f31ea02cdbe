/** What the lists of one operation asked Twilio for and read: `extensions.lists` of its answer. */

/** One list of the query; a list below other rows counts all its reads together. */
export interface ListReport {
  /** Where in the answer, without positions: `calls.nodes.recordings`. */
  readonly list: string;
  /** Filters that Twilio evaluated, by the names of its parameters. */
  readonly pushedDown: readonly string[];
  readonly rowsScanned: number;
  readonly transactions: number;
}

export class ListReports {
  readonly #lists = new Map<string, { pushedDown: Set<string>; rowsScanned: number; transactions: number }>();

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
