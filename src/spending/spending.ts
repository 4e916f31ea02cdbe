/**
 * The rules for what costs money or reaches a person. Mistakes in the input are found before anything is sent; ceilings
 * are reserved in the store right before a request leaves, released if it certainly did nothing, and kept otherwise.
 */
import { createHmac } from 'node:crypto';
import { ApiError, badInput } from '../errors.ts';
import { type Entity, typeName, type Value, type Values } from '../model/index.ts';
import { type Store, StoreError } from '../store/index.ts';
import { checkDestination, destinationOf, recipientOf } from './destinations.ts';
import { costOf, costOfFetch, type Estimate, estimateOf, isUsual } from './expenses.ts';
import { readSwitch } from './killSwitch.ts';
import { countersOf, type Expense, type LimitCounter, parseLimits, type SpendingLimit, waitOf } from './limits.ts';
import { recipientsIn } from './recipients.ts';
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
  readonly values: Values;
  readonly input: Input;
  readonly isPaid: boolean;
}
/** A read that Twilio charges for, before it is sent. */
export interface PaidRead {
  readonly entity: Entity;
  readonly params: Input;
}
/** What was reserved for a send or a paid read. */
export interface Reservation {
  /** The request certainly did nothing. */
  release(): Promise<void>;
}

export class Spending {
  readonly #options: SpendingOptions;
  readonly #limits: readonly SpendingLimit[];

  constructor(options: SpendingOptions) {
    this.#options = options;
    this.#limits = parseLimits(options.limits);
  }

  /** Throws what is wrong with the input: a destination that is not allowed, an address of a private network. */
  check({ values, input }: Send, caller: CallerSpending | undefined): void {
    if (this.#options.isSandbox) return;
    for (const [name, value] of Object.entries(values)) {
      const argument = `input.${name}`;
      checkUrls(value, input[name], argument);
      if (name !== 'twiml' || typeof input.twiml !== 'string') continue;
      // An update of a call costs nothing by itself, and what it makes the call do may.
      const { urls, dialled, texted } = readTwiml(input.twiml, argument);
      for (const url of urls) checkUrl(url, argument);
      for (const number of [...dialled, ...texted]) this.#checkDestination(number, argument, caller);
    }
    const recipients = recipientsIn(values, input);
    if (recipients.length > MAX_RECIPIENTS)
      throw badInput(recipients[0]?.argument ?? 'input', `must have at most ${MAX_RECIPIENTS} recipients`);
    for (const { address, argument } of recipients) this.#checkDestination(address, argument, caller);
  }

  #checkDestination(number: string, argument: string, caller: CallerSpending | undefined): void {
    checkDestination(number, this.#options.destinations, argument, 'TWILIO_DESTINATIONS');
    if (caller && caller.destinations.length > 0)
      checkDestination(number, caller.destinations, argument, 'the destinations of the key');
  }

  /**
   * A rough price in US dollars; `undefined` where this server knows none. `isSms`: its segments decide the price; other
   * messages have prices that depend on their channel.
   */
  priceOf(send: Omit<Send, 'isPaid'>, isSms: boolean): number | undefined {
    const { kind, costs, isKnown } = estimateFor(send);
    const reached = twimlRecipients(send.input);
    if (!isKnown || !(isSms || kind !== 'messages') || !reached.every(({ place }) => isUsual(place))) return undefined;
    return [...costs, ...reached.map(({ cost }) => cost)].reduce((sum, each) => sum + each);
  }

  /**
   * Counts a send before it leaves. Throws SENDS_OFF, SPENDING_LIMIT, or STORE_UNAVAILABLE. Of writes that cost nothing
   * by themselves, only what tells a call to go on elsewhere counts.
   */
  async reserve(send: Send, caller: CallerSpending | undefined): Promise<Reservation> {
    const { entity, input, isPaid } = send;
    const isRedirect = typeName(entity) === 'Call' && (isGiven(input.twiml) || isGiven(input.url));
    if (!isPaid && !isRedirect) return NOTHING;
    return this.#reserve(() => this.#expensesOf(send), caller);
  }

  /** The same for a read that Twilio charges for. */
  reserveRead({ entity, params }: PaidRead, caller: CallerSpending | undefined): Promise<Reservation> {
    return this.#reserve(
      () => [{ kind: undefined, destination: undefined, cost: costOfFetch(entity, params) }],
      caller,
    );
  }

  #reserve(expenses: () => readonly Expense[], caller: CallerSpending | undefined): Promise<Reservation> {
    return this.#whileOn(async (store) => {
      const counters = this.#countersOf(expenses, caller);
      if (counters.length === 0) return NOTHING;
      const exceeded = await store.reserve(counters);
      if (exceeded) throw exceeds(counters.find(({ id }) => id === exceeded.id) ?? (exceeded as LimitCounter));
      return { release: () => store.release(counters) };
    });
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

  #countersOf(expenses: () => readonly Expense[], caller: CallerSpending | undefined): readonly LimitCounter[] {
    const { scope } = this.#options;
    const own = parseLimits(caller?.limits ?? []);
    if (this.#limits.length + own.length === 0) return [];
    const spent = expenses();
    return [
      ...countersOf(this.#limits, spent, scope),
      ...(caller ? countersOf(own, spent, `${scope}/${caller.name}`) : []),
    ];
  }

  /**
   * One for each recipient, or one for a send whose recipients are not in its input; and one for each number that its
   * TwiML leads to.
   */
  #expensesOf(send: Send): readonly Expense[] {
    const { kind, costs } = send.isPaid ? estimateFor(send) : NO_COST;
    const recipients = recipientsIn(send.values, send.input);
    const hashOf = (address: string) =>
      createHmac('sha256', this.#options.secret).update(recipientOf(address)).digest('base64url').slice(0, 22);
    const own = costs.map((cost, i) => {
      const address = recipients[i]?.address;
      return { kind, cost, destination: address === undefined ? undefined : hashOf(address) };
    });
    const reached = twimlRecipients(send.input).map(({ number, ...each }) => ({
      ...each,
      destination: hashOf(number),
    }));
    return [...own, ...reached];
  }
}

/** More take long to look up. */
const MAX_RECIPIENTS = 1000;

const estimateFor = ({ entity, values, input }: Omit<Send, 'isPaid'>): Estimate => {
  const isPurchase = typeName(entity) === 'IncomingPhoneNumber';
  const places = isPurchase
    ? [input.phoneNumber ?? []].flat().map(String)
    : recipientsIn(values, input).map(({ address }) => address);
  return estimateOf(entity, input, places.map(destinationOf));
};

const NO_COST: Pick<Estimate, 'kind' | 'costs'> = { kind: undefined, costs: [] };

/** Whom the TwiML of an input dials or texts. */
const twimlRecipients = ({ twiml }: Input) => {
  if (typeof twiml !== 'string') return [];
  const { dialled, texted } = readTwiml(twiml, 'input.twiml');
  const as = (kind: 'calls' | 'messages') => (number: string) => {
    const place = destinationOf(number);
    return { kind, number, place, cost: costOf(kind, place) };
  };
  return [...dialled.map(as('calls')), ...texted.map(as('messages'))];
};

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

const exceeds = (counter: LimitCounter): ApiError =>
  new ApiError(
    'SPENDING_LIMIT',
    `Nothing was sent: this would exceed the limit ${counter.text}. Try again after \`retryAfter\` seconds, or raise the limit.`,
    { retryAfter: waitOf(counter) },
  );
