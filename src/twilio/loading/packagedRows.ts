/** Rows with parts that Twilio fills only if a fetch names their packages: one fetch for all that a request selects. */
import { type Entity, jsonName, parentsOf, rowKey, type Sids } from '../../model/index.ts';
import { type Input, type Row, rowsOf } from '../rows/index.ts';

type Fetch = (entity: Entity, sids: Sids, params: Input) => Promise<Row | null>;

/** One fetch. Packages can be added to it until it is sent. */
interface Read {
  readonly packages: Set<string>;
  isSent: boolean;
  row: Promise<Row | null>;
}

export class PackagedRows {
  /** All fetches of a row with the same other parameters, in their order. */
  readonly #reads = new Map<string, Read[]>();
  /** The packages that rows were fetched with. */
  readonly #packagesOf = new WeakMap<Row, ReadonlySet<string>>();
  readonly #fetch: Fetch;
  readonly #whenQuiet: (callback: () => void) => void;

  constructor(fetch: Fetch, whenQuiet: (callback: () => void) => void) {
    this.#fetch = fetch;
    this.#whenQuiet = whenQuiet;
  }

  /** The row with these packages at least. What was fetched before is not fetched, and paid for, again. */
  async get(entity: Entity, sids: Sids, params: Input, packages: readonly string[]): Promise<Row | null> {
    const key = `${rowKey(entity, sids)} ${JSON.stringify(params)}`;
    const reads = this.#reads.get(key) ?? [];
    this.#reads.set(key, reads);
    const missing = packages.filter((name) => !reads.some((read) => read.packages.has(name)));
    if (missing.length > 0 || reads.length === 0) {
      const open = reads.find(({ isSent }) => !isSent);
      if (open) for (const name of missing) open.packages.add(name);
      else reads.push(this.#begin(entity, sids, params, new Set(missing)));
    }
    const wanted = reads.filter((read, i) => i === 0 || packages.some((name) => read.packages.has(name)));
    const rows = await Promise.all(wanted.map(({ row }) => row));
    const row = joined(entity, wanted, rows);
    if (row) this.#packagesOf.set(row, new Set(wanted.flatMap((read) => [...read.packages])));
    return row;
  }

  has(row: Row, name: string): boolean {
    return this.#packagesOf.get(row)?.has(name) === true;
  }

  clear(): void {
    this.#reads.clear();
  }

  #begin(entity: Entity, sids: Sids, params: Input, packages: Set<string>): Read {
    const read: Read = { packages, isSent: false, row: Promise.resolve(null) };
    read.row = new Promise<void>((resolve) => this.#whenQuiet(resolve)).then(() => {
      read.isSent = true;
      return this.#fetch(entity, sids, { ...params, ...parameterOf(entity, packages) });
    });
    return read;
  }
}

/** The parameter that names packages. */
const parameterOf = (entity: Entity, packages: ReadonlySet<string>): Input => {
  const values = typeof entity.fetch === 'object' ? entity.fetch : {};
  const name = Object.keys(values).find((each) => values[each]?.isPackages);
  return name && packages.size > 0 ? { [name]: [...packages].sort().join(',') } : {};
};

/** One row of several answers: each has what it was asked for. */
const joined = (entity: Entity, reads: readonly Read[], rows: readonly (Row | null)[]): Row | null => {
  const [first, ...others] = rows;
  if (!first || others.length === 0) return first ?? null;
  const json: Record<string, unknown> = { ...first.json };
  for (const [i, { packages }] of reads.entries())
    for (const [name, value] of Object.entries(entity.fields))
      if (value.package && packages.has(value.package)) {
        const theirs = jsonName(entity, name, value);
        json[theirs] = rows[i]?.json[theirs];
      }
  return rowsOf(entity)(parentsOf(entity, first.sids), json, undefined, first.sids);
};
