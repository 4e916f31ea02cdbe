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

/** Changes by filter that would make an operation dearer than it may be. */
export interface TooDear {
  readonly predicted: number;
  readonly allowed: number;
}

export class Report {
  #predicted = 0;
  #ceiling = Number.POSITIVE_INFINITY;
  /** What it may cause at worst, with those changes by filter that are known by now. */
  #known = 0;
  #spent = 0;
  readonly #lists = new Map<string, { pushedDown: Set<string>; rowsScanned: number; transactions: number }>();

  /** Says what the operation may cause at worst; `changes` of it are not known yet. */
  price({ total, changes }: { readonly total: number; readonly changes: number }, ceiling: number): void {
    this.#predicted = total;
    this.#known = total - changes;
    this.#ceiling = ceiling;
  }

  /** Upstream transactions that the operation may cause at worst. */
  get predicted(): number {
    return this.#predicted;
  }

  /** Whether so many changes may begin, and if not, what they would amount to. */
  claim(changes: number): TooDear | undefined {
    const predicted = this.#known + changes;
    if (predicted > this.#ceiling) return { predicted, allowed: this.#ceiling };
    this.#known = predicted;
    return undefined;
  }

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
