/** What the lists of one operation asked Twilio for and read: `extensions.lists` of its answer. */

/** One list of the query; a list below other rows counts all its reads together. */
export interface ListReport {
  /** Where in the answer, without positions: `calls.nodes.recordings`. */
  readonly list: string;
  /** Filters that Twilio evaluated, by the names of its parameters. */
  readonly pushedDown: readonly string[];
  readonly rowsScanned: number;
  readonly transactions: number;
  /** Rows that do not have a value that Twilio was asked for; left out if there are none. */
  readonly rowsRejected?: number;
}

export class ListReports {
  readonly #lists = new Map<
    string,
    { pushedDown: Set<string>; rowsScanned: number; transactions: number; rejected: number }
  >();

  /** Notes a page that was read. */
  page(list: string, pushedDown: readonly string[], rows: number, rejected = 0): void {
    const known = this.#lists.get(list) ?? { pushedDown: new Set(), rowsScanned: 0, transactions: 0, rejected: 0 };
    for (const name of pushedDown) known.pushedDown.add(name);
    known.rowsScanned += rows;
    known.transactions++;
    known.rejected += rejected;
    this.#lists.set(list, known);
  }

  get lists(): readonly ListReport[] {
    return [...this.#lists].map(([list, { pushedDown, rejected, ...counts }]) => ({
      list,
      pushedDown: [...pushedDown].sort(),
      ...counts,
      ...(rejected > 0 && { rowsRejected: rejected }),
    }));
  }
}
