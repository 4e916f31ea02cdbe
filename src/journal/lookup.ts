/**
 * Looks for the row that a create of unknown outcome may have made: in its list, among the rows of its time, by hashes.
 * It never guesses. Two rows that fit, or one that another write may have made, are no result.
 */
import { type Entity, keyField, parentsOf, type Registry } from '../model/index.ts';
import type { Gateway } from '../twilio/gateway.ts';
import type { Caller } from '../twilio/limiter/index.ts';
import { type Input, read } from '../twilio/rows/index.ts';
import { alsoIn, type Candidate, type Fingerprint, plainNumber } from './fingerprint.ts';
import type { Ledger, Recorded } from './ledger.ts';
import type { Operation } from './operation.ts';

export interface LookupOptions {
  readonly gateway: Gateway;
  readonly registry: Registry;
  readonly ledger: Ledger;
  readonly fingerprint: Fingerprint;
}

/** Twilio's clock and ours may differ by so much. */
const CLOCK_SKEW_MS = 5000;
/** Twilio may carry out a request so long after the response was given up. */
const DELAY_MS = 60_000;
const MAX_PAGE_SIZE = 1000;
/** Enough for an hour of 25 messages a second. */
const MAX_PAGES = 100;
/** Kinds of values that can tell one row from another. */
const IDENTIFYING: readonly string[] = ['String', 'ID'];

/** Whether rows of this entity can be listed, dated, and distinguished by what was sent. */
export const canLookUp = (entity: Entity, { change, echo }: Pick<Operation, 'change' | 'echo'>): boolean =>
  change === 'create' &&
  entity.filters !== undefined &&
  keyField(entity) !== undefined &&
  entity.fields.dateCreated !== undefined &&
  isIdentified(entity, Object.keys(echo));

const isIdentified = ({ identifiedBy, create }: Entity, names: readonly string[]): boolean =>
  identifiedBy
    ? identifiedBy.every((name) => names.includes(name))
    : names.some((name) => IDENTIFYING.includes(create?.[name]?.scalar ?? ''));

export class Lookup {
  readonly #options: LookupOptions;

  constructor(options: LookupOptions) {
    this.#options = options;
  }

  /** Looks once; returns the operation as it is afterwards if its row was found. `input` is known to the sender alone. */
  async run(entry: Recorded, input: Input | undefined, caller: Caller): Promise<Recorded | undefined> {
    const { registry, ledger } = this.#options;
    const entity = registry.find(entry.value.entity);
    if (!entity || !canLookUp(entity, entry.value)) return undefined;
    const found = await this.#candidates(entity, entry.value, input, {
      ...caller,
      priority: 'scan',
      afterWrite: true,
    });
    if (found.length === 0) return undefined;
    // In this order: a write that ends meanwhile has either claimed its row or is still open.
    const others = (await ledger.open()).filter(({ id }) => id !== entry.id);
    const free: Candidate[] = [];
    for (const each of found) if (!(await ledger.isOthers(keyOf(each), entry.id))) free.push(each);
    const [one] = free;
    if (!one || free.length > 1) return undefined;
    if (others.some(({ value }) => this.#mayHaveMade(entity, one, value, entry.value))) return undefined;
    if (!(await ledger.claimRow(keyOf(one), entry.id))) return undefined;
    return (await ledger.move(entry, 'DONE', { sids: one.row.sids })) ?? ledger.read(entry.id);
  }

  /** Rows that were made while the write was under way and that have its content. */
  async #candidates(
    entity: Entity,
    operation: Operation,
    input: Input | undefined,
    caller: Caller,
  ): Promise<readonly Candidate[]> {
    const { gateway, fingerprint } = this.#options;
    const [since] = windowOf(operation);
    const parents = parentsOf(entity, operation.target);
    const params = { ...narrowed(entity, input), pageSize: MAX_PAGE_SIZE };
    const found = new Map<string, Candidate>();
    let next: string | undefined;
    for (let pages = 0; pages < MAX_PAGES; pages++) {
      const page = await gateway.page(entity, parents, params, next, caller);
      const rows = page.rows.map((row) => ({ row }));
      for (const each of rows) {
        if (!isWithin(each, windowOf(operation))) continue;
        const candidate = await this.#complete(entity, each, caller);
        if (fingerprint.matches(entity, candidate, operation.echo)) found.set(candidate.row.sids.join('/'), candidate);
      }
      next = page.next;
      const isPast = rows.length > 0 && rows.every((each) => (createdAt(each) ?? since) < since);
      if (next === undefined || isPast) break;
    }
    return [...found.values()];
  }

  /** With the row that repeats more of the input. */
  async #complete(entity: Entity, { row }: Candidate, caller: Caller): Promise<Candidate> {
    const { gateway, registry } = this.#options;
    const other = alsoIn(registry, entity);
    const key = other && read(row, entity.inputAlsoIn ?? '');
    if (!other || typeof key !== 'string') return { row };
    const from = { entity: row.entity, sids: row.sids, read: (name: string) => read(row, name), account: '' };
    const reached = registry.follow(from, other, key);
    return { row, also: reached && (await gateway.fetch(reached.entity, reached.sids, caller)) };
  }

  /** Whether another write, whose own row is not known, may have made this row. */
  #mayHaveMade(entity: Entity, candidate: Candidate, other: Operation, own: Operation): boolean {
    const isSameList = other.entity === own.entity && other.target.join('/') === own.target.join('/');
    return (
      isSameList &&
      other.state !== 'QUEUED' &&
      isWithin(candidate, windowOf(other)) &&
      this.#options.fingerprint.matches(entity, candidate, other.echo)
    );
  }
}

/** Between which times the write can have made its row. */
const windowOf = ({ sentAt, createdAt, lostAt }: Operation): readonly [from: number, to: number] => [
  Math.floor((sentAt ?? createdAt) / 1000) * 1000 - CLOCK_SKEW_MS,
  lostAt === undefined ? Number.POSITIVE_INFINITY : lostAt + DELAY_MS + CLOCK_SKEW_MS,
];

const isWithin = (candidate: Candidate, [from, to]: readonly [number, number]): boolean => {
  const at = createdAt(candidate);
  return at !== undefined && at >= from && at <= to;
};

const createdAt = ({ row }: Candidate): number | undefined => {
  const moment = read(row, 'dateCreated');
  return moment instanceof Date ? moment.getTime() : undefined;
};

const keyOf = ({ row }: Candidate): string => row.sids.at(-1) ?? '';

/** Filters of Twilio's that an input of the same name narrows. */
const narrowed = ({ filters = {}, create = {} }: Entity, input: Input = {}): Input =>
  Object.fromEntries(
    Object.entries(filters).flatMap(([name, rule]) => {
      const value = input[name];
      if (!('compares' in rule) || rule.compares !== 'equal' || typeof value !== 'string') return [];
      return [[name, create[name]?.phone ? plainNumber(value) : value]];
    }),
  );
