/**
 * The rules for what costs money or reaches a person. Mistakes in the input are found before anything is sent; ceilings
 * are reserved in the store right before a request leaves, released if it certainly did nothing, and kept otherwise.
 */
import { createHmac } from 'node:crypto';
import { ApiError } from '../errors.ts';
import { type Entity, typeName, type Value } from '../model/index.ts';
import { type Store, StoreError } from '../store/index.ts';
import { checkDestination, destinationOf, recipientOf } from './destinations.ts';
import { expenseOf, shownPrice } from './expenses.ts';
import { readSwitch } from './killSwitch.ts';
import { countersOf, type LimitCounter, parseLimit, type SpendingLimit, waitOf } from './limits.ts';
import { readTwiml } from './twiml.ts';
import { checkUrl } from './urls.ts';

/** Ceilings and destinations of one caller, beside those of the connection. */
export interface CallerSpending {
  /** Whose counters they are; the same after a key was rotated. */
  readonly name: string;
  readonly limits: readonly string[];
  /** Countries and kinds of numbers; empty for those of the connection. */
  readonly destinations: readonly string[];
}

export interface SpendingOptions {
  /** Where ceilings and the switch are; `undefined`: nothing was ever stored. */
  readonly store: () => Promise<Store | undefined>;
  /** The connection and account. */
  readonly scope: string;
  /** Makes hashes of numbers that nobody else can guess from. */
  readonly secret: string;
  readonly limits: readonly string[];
  readonly destinations: readonly string[];
  /** Numbers and addresses are made up. */
  readonly isSandbox: boolean;
}

type Input = Readonly<Record<string, unknown>>;
/** A write that is about to be sent. */
export interface Send {
  readonly entity: Entity;
  readonly values: Readonly<Record<string, Value>>;
  readonly input: Input;
  readonly isPaid: boolean;
}
/** What was reserved for a send. */
export interface Reservation {
  /** The request certainly did nothing. */
  release(): Promise<void>;
}

export class Spending {
  readonly #options: SpendingOptions;
  readonly #limits: readonly SpendingLimit[];

  constructor(options: SpendingOptions) {
    this.#options = options;
    this.#limits = options.limits.map(parseLimit);
  }

  /** Throws what is wrong with the input: a destination that is not allowed, an address of a private network. */
  check({ entity, values, input, isPaid }: Send, caller: CallerSpending | undefined): void {
    if (this.#options.isSandbox) return;
    for (const [name, value] of Object.entries(values)) {
      const given = [input[name] ?? []].flat().filter((each) => typeof each === 'string');
      const argument = `input.${name}`;
      checkUrls(value, input[name], argument);
      // An update of a call costs nothing by itself, and what it makes the call do may.
      const read = name === 'twiml' ? given.map((twiml) => readTwiml(twiml, argument)) : [];
      for (const url of read.flatMap(({ urls }) => urls)) checkUrl(url, argument);
      const numbers = isPaid && isDestination(entity, name, value) ? given : read.flatMap((each) => each.numbers);
      for (const number of numbers) this.#checkDestination(number, argument, caller);
    }
  }

  #checkDestination(number: string, argument: string, caller: CallerSpending | undefined): void {
    checkDestination(number, this.#options.destinations, argument, 'TWILIO_DESTINATIONS');
    if (caller && caller.destinations.length > 0)
      checkDestination(number, caller.destinations, argument, 'the destinations of the key');
  }

  /**
   * A rough price in US dollars; `undefined` where this server knows none. `segments`: of an SMS; other messages have
   * prices that depend on their channel.
   */
  priceOf({ entity, values, input }: Omit<Send, 'isPaid'>, segments: number | undefined): number | undefined {
    const isPurchase = typeName(entity) === 'IncomingPhoneNumber';
    const numbers = isPurchase ? [input.phoneNumber ?? []].flat() : destinationsIn(entity, values, input);
    const [number] = numbers;
    const found = number === undefined || numbers.length > 1 ? undefined : destinationOf(String(number));
    return found?.special ? undefined : shownPrice(entity, found?.country, segments);
  }

  /** Counts a send before it leaves. Throws SENDS_OFF, SPENDING_LIMIT, or STORE_UNAVAILABLE. */
  reserve(send: Send, caller: CallerSpending | undefined): Promise<Reservation> {
    return this.#whileOn(async (store) => {
      const counters = this.#countersOf(send, caller);
      if (counters.length === 0) return NOTHING;
      const exceeded = await store.reserve(counters);
      if (exceeded) throw exceeds(counters.find(({ id }) => id === exceeded.id) ?? (exceeded as LimitCounter));
      return { release: () => store.release(counters) };
    });
  }

  /** The same for a write that costs nothing by itself: only what tells a call to go on elsewhere is held by the switch. */
  async allow({ entity, input }: Send): Promise<Reservation> {
    const redirects = typeName(entity) === 'Call' && (isGiven(input.twiml) || isGiven(input.url));
    return redirects ? this.#whileOn(async () => NOTHING) : NOTHING;
  }

  async #whileOn(run: (store: Store) => Promise<Reservation>): Promise<Reservation> {
    try {
      const store = await this.#options.store();
      if (!store) return NOTHING;
      if (await readSwitch(store))
        throw new ApiError(
          'SENDS_OFF',
          'Nothing was sent: sends are switched off. `twilio-graphql sends on` allows them.',
        );
      return await run(store);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      throw new ApiError(
        'STORE_UNAVAILABLE',
        `What may be spent cannot be read, so this request was not carried out. ${error.message}`,
      );
    }
  }

  #countersOf({ entity, values, input }: Send, caller: CallerSpending | undefined): readonly LimitCounter[] {
    const { scope, secret } = this.#options;
    const [to] = destinationsIn(entity, values, input);
    const first = to === undefined ? undefined : String(to);
    const destination =
      first && createHmac('sha256', secret).update(recipientOf(first)).digest('base64url').slice(0, 22);
    const country = first === undefined ? undefined : destinationOf(first)?.country;
    const expense = { ...expenseOf(entity, input, country), destination };
    return [
      ...countersOf(this.#limits, expense, scope),
      ...(caller ? countersOf(caller.limits.map(parseLimit), expense, `${scope}/${caller.name}`) : []),
    ];
  }
}

/** Also of those that lie in objects. */
const checkUrls = (value: Value, given: unknown, argument: string): void => {
  for (const each of [given].flat()) {
    if (value.scalar === 'URL' && typeof each === 'string') checkUrl(each, argument);
    if (typeof each !== 'object' || each === null) continue;
    for (const [name, inner] of Object.entries(value.object?.fields ?? {}))
      checkUrls(inner, (each as Input)[name], `${argument}.${name}`);
  }
};

const NOTHING: Reservation = { release: async () => {} };

const isGiven = (value: unknown): boolean => (value ?? '') !== '';

/** The input that says whom a write reaches. */
const isDestination = (entity: Entity, name: string, { phone }: Value): boolean =>
  phone === true && (name === 'to' || (name === 'phoneNumber' && typeName(entity) !== 'IncomingPhoneNumber'));

const destinationsIn = (entity: Entity, values: Send['values'], input: Input): readonly unknown[] =>
  Object.entries(values).flatMap(([name, value]) =>
    isDestination(entity, name, value) ? [input[name] ?? []].flat() : [],
  );

const exceeds = (counter: LimitCounter): ApiError =>
  new ApiError(
    'SPENDING_LIMIT',
    `Nothing was sent: this would exceed the limit ${counter.text}. Try again after \`retryAfter\` seconds, or raise the limit.`,
    { retryAfter: waitOf(counter) },
  );
