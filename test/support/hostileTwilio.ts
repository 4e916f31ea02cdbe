/** A Twilio that misbehaves in ways that its users have reported, one of them at a time, by a seed. */
import type { Chance } from './chance.ts';
import { page } from './rows.ts';
import type { Answer, Seen } from './standIn.ts';

type Json = Record<string, unknown>;

/** What it does wrong. */
export const FAULTS = [
  'none',
  'short pages',
  'loop',
  'repeated page',
  'overlapping pages',
  'a few empty pages',
  'empty pages without end',
  'another account',
  'no word on the next page',
  'a filter ignored',
  'a loose filter',
  'rows inserted',
  'rows deleted',
  'a status that fails',
  'another good status',
] as const;
export type Fault = (typeof FAULTS)[number];
/** Faults under which rows come and go, so that only those that were there throughout must be answered. */
export const CHANGING: readonly Fault[] = ['rows inserted', 'rows deleted'];
/** Faults that still leave an exact answer. */
export const HARMLESS: readonly Fault[] = [
  'none',
  'short pages',
  'overlapping pages',
  'a few empty pages',
  'a filter ignored',
  'a loose filter',
  ...CHANGING,
  'another good status',
];

export interface HostileOptions {
  readonly random: Chance;
  readonly fault: Fault;
  readonly path: string;
  readonly key: string;
  /** The newest first. */
  readonly rows: readonly Json[];
  /** Parameters by which it filters, with the property of a row that each is about. */
  readonly equal: Readonly<Record<string, string>>;
  /** What a parameter is where it is left out. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** Makes a row that comes into being between pages. */
  readonly another: (n: number) => Json;
}

interface Listed {
  readonly json: Json;
  /** Where it stands: the higher, the newer. */
  readonly place: number;
}

export class HostileTwilio {
  readonly #options: HostileOptions;
  #listed: Listed[];
  #requests = 0;
  readonly everListed = new Set<unknown>();
  readonly gone = new Set<unknown>();
  readonly inserted = new Set<unknown>();
  readonly removed: string[] = [];

  constructor(options: HostileOptions) {
    this.#options = options;
    this.#listed = options.rows.map((json, i) => ({ json, place: options.rows.length - i }));
    for (const { json } of this.#listed) this.everListed.add(json.sid);
  }

  /** Removes a row as a client does. */
  drop(sid: string): void {
    this.removed.push(sid);
    this.#listed = this.#listed.filter(({ json }) => json.sid !== sid);
  }

  answer = ({ method, path: at, query }: Seen): Answer => {
    if (method === 'DELETE') {
      this.drop(at.replace(/^.*\/|\.json$/g, ''));
      return [204];
    }
    const { fault, random, path, key } = this.#options;
    this.#requests++;
    if (this.#requests > 1) this.#change();
    if (fault === 'a status that fails' && this.#requests > 1)
      return [random.pick([400, 403, 404]), { message: 'no', code: 20001 }];
    const size = Math.min(Number(query.get('PageSize') ?? 50), fault === 'short pages' ? 40 : 1000);
    const [token, empty] = (query.get('PageToken') ?? '').split('-').map(Number);
    const matching = this.#listed.filter((listed) => this.#matches(listed, query));
    const rest = token ? matching.filter(({ place }) => place < token) : matching;
    const emptyPages =
      fault === 'a few empty pages' ? 2 : fault === 'empty pages without end' ? Number.POSITIVE_INFINITY : 0;
    const isEmpty = token !== undefined && token > 0 && (empty ?? 0) < emptyPages;
    const before = token ? matching.filter(({ place }) => place >= token) : [];
    let shown = isEmpty ? [] : rest.slice(0, size);
    const last = isEmpty ? token : shown.at(-1)?.place;
    const hasMore = isEmpty || shown.length < rest.length;
    if (fault === 'repeated page' && token) shown = matching.slice(0, size);
    else if (fault === 'overlapping pages' && token) shown = [...before.slice(-3), ...shown];
    const params = new URLSearchParams(query);
    const isSelf = fault === 'loop' && token !== undefined && token > 0;
    if (!isSelf) params.set('PageToken', isEmpty ? `${token}-${(empty ?? 0) + 1}` : `${last}`);
    const where = fault === 'another account' ? path.replace(/AC\w+/, `AC${'b'.repeat(32)}`) : path;
    const body = page(
      key,
      shown.map(({ json }) => json),
      hasMore ? `${where}?${params}` : null,
    );
    if (fault === 'no word on the next page' && hasMore) delete body.next_page_uri;
    return [fault === 'another good status' ? random.pick([200, 201, 202, 206]) : 200, body];
  };

  /** What happens between two pages. */
  #change(): void {
    const { fault, random, another } = this.#options;
    if (fault === 'rows inserted') {
      const json = another(this.#requests);
      this.inserted.add(json.sid);
      this.everListed.add(json.sid);
      this.#listed.unshift({ json, place: (this.#listed[0]?.place ?? 0) + 1 });
    }
    if (fault === 'rows deleted' && this.#listed.length > 0) {
      const [row] = this.#listed.splice(random.below(this.#listed.length), 1);
      this.gone.add(row?.json.sid);
    }
  }

  #matches({ json }: Listed, query: URLSearchParams): boolean {
    const { equal, defaults = {}, fault } = this.#options;
    for (const [parameter, property] of Object.entries(equal)) {
      const wanted = query.get(parameter) ?? defaults[parameter];
      if (wanted === undefined || fault === 'a filter ignored') continue;
      const value = String(json[property]);
      if (fault === 'a loose filter' ? !value.startsWith(wanted.slice(0, 4)) : value !== wanted) return false;
    }
    return this.#isWithin(json, query);
  }

  #isWithin(json: Json, query: URLSearchParams): boolean {
    if (this.#options.fault === 'a filter ignored') return true;
    return [...query].every(([name, bound]) => {
      const [, parameter = '', side] = /^(\w+)([<>])$/.exec(name) ?? [];
      if (!side) return true;
      const value = json[parameter.replace(/[A-Z]/g, (letter, i) => (i ? '_' : '') + letter.toLowerCase())];
      if (value === null || value === undefined) return false;
      const moment = Date.parse(String(value));
      // A day is all its moments.
      const day = bound.length === 10 ? 86_400_000 - 1 : 0;
      return side === '>' ? moment >= Date.parse(bound) : moment <= Date.parse(bound) + day;
    });
  }
}
