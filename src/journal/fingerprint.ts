/** Keyed hashes by which the journal compares inputs and rows that it must not keep. */
import { createHash, createHmac } from 'node:crypto';
import { type Entity, type Registry, type Sids, targetsOf, type Value, wireOf } from '../model/index.ts';
import { encodeInput, type Input, type Row, read } from '../twilio/rows/index.ts';
import { smartEncoded } from '../twilio/sms.ts';

/** A SHA-256 of several texts that no other texts have. */
export const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** By name of the input: the hash of its value, for inputs that Twilio repeats in its rows. */
export type Echo = Readonly<Record<string, string>>;

/** A row that a write may have made, and the row that repeats more of the input. */
export interface Candidate {
  readonly row: Row;
  readonly also?: Row | undefined;
}

/** The hash of what a row repeats of an input; `undefined` if it does not repeat it. */
export type HashOf = (name: string) => string | undefined;

/** The same for a value as a client and as Twilio write it, and so too little to tell inputs apart. */
const canonical = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString().slice(0, 19);
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .filter(([, each]) => each !== undefined && each !== null)
      .map(([name, each]) => [name, canonical(each)])
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
  return String(value);
};

/** The same value with the members of its objects in one order. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof URL) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, each]) => [name, inOrder(each)]));
};

/** What Twilio is sent for an input: equal where the same is sent, but for the order of the members of objects. */
const sentFor = (entity: Entity, change: 'create' | 'update', input: Input): unknown => {
  const { params, headers } = encodeInput(entity, entity[change], inOrder(input) as Input);
  if (wireOf(entity).body === 'json') return [params, headers];
  // A form has nothing for an empty list.
  const sent = Object.entries(params ?? {}).filter(([, each]) => !Array.isArray(each) || each.length > 0);
  return [Object.fromEntries(sent)];
};

export class Fingerprint {
  readonly #key: Buffer;

  /** `secret` is the connection's own: phone numbers are few enough to be guessed from a plain hash. */
  constructor(secret: string) {
    this.#key = createHmac('sha256', secret).update('twilio-graphql journal').digest();
  }

  /** Of a whole write: that of another one differs if anything else is sent to Twilio. */
  ofWrite(entity: Entity, change: 'create' | 'update', target: Sids, input: Input): string {
    return this.#of([entity.name, change, target, sentFor(entity, change, input)]);
  }

  #of(parts: unknown): string {
    return createHmac('sha256', this.#key).update(JSON.stringify(parts)).digest('base64url');
  }

  echoOf(registry: Registry, entity: Entity, input: Input): Echo {
    const also = alsoIn(registry, entity);
    return Object.fromEntries(
      Object.entries(input).flatMap(([name, value]) => {
        const rule = entity.create?.[name];
        const isRepeated = rule && [entity, also].some((one) => repeats(one, name, rule));
        return isRepeated && hasValue(value) ? [[name, this.#ofValue(name, rule, value)]] : [];
      }),
    );
  }

  /** Hashes the values of a row, each at most once. */
  reader({ create }: Entity, { row, also }: Candidate): HashOf {
    const known = new Map<string, string | undefined>();
    const hash = (name: string): string | undefined => {
      const rule = create?.[name];
      const holder = rule && [row, also].find((one) => repeats(one?.entity, name, rule));
      return rule && holder && this.#ofValue(name, rule, read(holder, name));
    };
    return (name) => {
      if (!known.has(name)) known.set(name, hash(name));
      return known.get(name);
    };
  }

  #ofValue(name: string, { scalar, phone }: Value, value: unknown): string {
    const text = typeof value === 'string' && scalar === 'String';
    return this.#of(canonical([name, text && !phone ? smartEncoded(value) : value]));
  }
}

/** Whether a row has every value that the input had. */
export const hasEcho = (hashOf: HashOf, echo: Echo): boolean =>
  Object.entries(echo).every(([name, hash]) => hashOf(name) === hash);

/** The entity of the rows that repeat more of the input. */
export const alsoIn = (registry: Registry, { inputAlsoIn, fields }: Entity): Entity | undefined => {
  const target = inputAlsoIn === undefined ? undefined : fields[inputAlsoIn]?.target;
  return target && registry.find(targetsOf(target)[0] ?? '');
};

const hasValue = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Whether Twilio's rows have the input of this name, as it was given. */
const repeats = (entity: Entity | undefined, name: string, input: Value): boolean => {
  const field = entity?.fields[name];
  return field !== undefined && input.scalar === field.scalar && !input.many && !field.hidden;
};
