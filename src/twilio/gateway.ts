/** Fetch, page, create, update, replace and remove for every descriptor: the one place where descriptors meet the SDK. */
import { randomUUID } from 'node:crypto';
import { ApiError, withDetails } from '../errors.ts';
import type { Action, Observer } from '../events.ts';
import {
  ancestors,
  type Entity,
  isEntity,
  jsonName,
  keysOf,
  onceFor,
  parentsOf,
  pascalCase,
  type Registry,
  type Sids,
  valuesOf,
  wireOf,
} from '../model/index.ts';
import type { Caller } from './limiter/index.ts';
import {
  encodeInput,
  type Input,
  isByToken,
  type Json,
  listed,
  nextOf,
  type Page,
  pageAddress,
  type Row,
  rowsOf,
  theirKeysOf,
} from './rows/index.ts';
import { addressOf, listOf, type Method, methodOf, operationOf, originOf, type Twilio } from './sdk/index.ts';
import { callSdk, RequestCoalescer } from './transport/index.ts';

export class Gateway {
  readonly #client: Twilio;
  readonly #registry: Registry;
  readonly #coalescer: RequestCoalescer;
  readonly observer: Observer;

  /** `sharesAccount`: other processes may write to the account; see {@link RequestCoalescer}. */
  constructor(client: Twilio, registry: Registry, observer: Observer = {}, { sharesAccount = false } = {}) {
    this.observer = observer;
    this.#coalescer = new RequestCoalescer({
      onJoin: ({ work }) => work && observer.joined?.(work),
      untilSent: sharesAccount,
    });
    this.#client = client;
    this.#registry = registry;
  }

  /** One row by its keys, with the parameters that its fetch takes. Throws NOT_FOUND for a row that does not exist. */
  async fetch(entity: Entity, sids: Sids, caller: Caller = {}, given: Input = {}): Promise<Row> {
    const { params } = encodeInput(entity, valuesOf(entity, 'fetch'), given, 'form');
    const call = () => this.#one(entity, sids, 'fetch')(params);
    const name = JSON.stringify([entity.name, sids, params]);
    const takesRedirect = entity.answers?.fetch === 'redirect';
    const answer = await this.#read(name, call, { ...doing(entity, 'fetch', caller), takesRedirect });
    return this.#rowOf(entity, sids, unreadable)(answer);
  }

  /** The first page of a list, or the one that `next` of another names. `parents` are the keys that the list lies in. */
  async page(entity: Entity, parents: Sids, params: Input, next?: string, caller: Caller = {}): Promise<Page> {
    const { paging } = wireOf(entity);
    const address = addressOf(this.#client, entity, parents);
    const list = (more: Input) => methodOf(listOf(this.#client, entity, parents), 'page')({ ...params, ...more });
    const followed = (uri: string) => () => this.#client.request({ method: 'get', uri });
    const call =
      next === undefined
        ? () => list({})
        : isByToken(paging)
          ? () => list({ pageToken: next })
          : followed(pageAddress(next, address));
    const name = JSON.stringify([entity.name, parents, params, next, caller.noRetry]);
    const answer = object(await this.#read(name, call, doing(entity, 'list', caller)));
    const rows = listed(answer).map(this.#rowsIn(entity, parents, unreadable));
    return { rows, next: entity.sample ? undefined : nextOf(answer, paging, address) };
  }

  /** `sids`: the keys of its parents, and its own key if Twilio creates it at that key. */
  async create(entity: Entity, sids: Sids, input: Input, caller: Caller = {}): Promise<Row> {
    const { params, headers } = encodeInput(entity, entity.create, input);
    const send = () => {
      if (entity.legacy) return this.#raw(entity, sids, 'post', params);
      const parents = parentsOf(entity, sids);
      const list = listOf(this.#client, entity, parents);
      const method = 'create' in list ? methodOf(list, 'create') : operationOf(this.#client, entity, sids, 'create');
      return method(params, headers);
    };
    const read = (answer: unknown) =>
      entity.answers?.create === 'nothing'
        ? nothingOf(entity, sids)
        : this.#rowsIn(entity, sids, written, object(answer, written))(answer);
    try {
      return await this.#write(send, doing(entity, 'create', caller), read);
    } catch (error) {
      // Twilio has answered 404 to creates that it carried out: only a parent that is gone makes it a refusal.
      if (!isNotFound(error) || (await this.#isGone(entity, parentsOf(entity, sids), caller))) throw error;
      const { details } = error;
      throw this.#unknown(new ApiError('UPSTREAM_ERROR', error.message, details), doing(entity, 'create', caller));
    }
  }

  /** Changes some fields of a row. */
  update(entity: Entity, sids: Sids, input: Input, caller: Caller = {}): Promise<Row> {
    return this.#change(entity, sids, 'update', input, caller);
  }

  /** Replaces a row as a whole. */
  replace(entity: Entity, sids: Sids, input: Input, caller: Caller = {}): Promise<Row> {
    return this.#change(entity, sids, 'replace', input, caller);
  }

  async #change(entity: Entity, sids: Sids, change: 'update' | 'replace', input: Input, caller: Caller): Promise<Row> {
    const { params, headers } = encodeInput(entity, entity[change], input);
    const method = change === 'update' && entity.with === 'patch' ? 'patch' : 'update';
    const send = () => this.#one(entity, sids, method)(params, headers);
    const read = entity.answers?.[change] === 'nothing' ? () => nothingOf(entity, sids) : undefined;
    return this.#write(send, doing(entity, change, caller), read ?? this.#rowOf(entity, sids, written));
  }

  async remove(entity: Entity, sids: Sids, caller: Caller = {}, given: Input = {}): Promise<void> {
    const { params } = encodeInput(entity, valuesOf(entity, 'remove'), given, 'form');
    const send = () => this.#one(entity, sids, 'remove')(params);
    await this.#write(send, doing(entity, 'remove', caller), () => undefined);
  }

  /** A read that another request started ends with the budget of that request; this one then reads on its own. */
  async #read(name: string, call: () => Promise<unknown>, caller: Caller): Promise<unknown> {
    try {
      return await this.#coalescer.share(name, caller, (shared) => callSdk(call, shared));
    } catch (error) {
      const isOverBudget = error instanceof ApiError && error.code === 'MAX_COST_EXCEEDED';
      if (!isOverBudget || caller.budget?.isSpent !== false) throw error;
      return callSdk(call, caller);
    }
  }

  /**
   * Sends a write and reads its answer. A read that began before it answers nobody who asks after it. Once the request
   * was sent, every failure that is not a refusal by Twilio leaves the outcome unknown, failures of this server too.
   */
  async #write<T>(call: () => Promise<unknown>, caller: Caller, read: (answer: unknown) => T): Promise<T> {
    let sent = false;
    let answered = false;
    const onSent = () => {
      sent = true;
    };
    this.#coalescer.invalidate();
    try {
      const answer = await callSdk(call, { ...caller, onSent });
      answered = true;
      return read(answer);
    } catch (error) {
      const isKnown = error instanceof ApiError && error.details.outcome === undefined && !answered;
      throw isKnown || !sent ? error : this.#unknown(error, caller);
    } finally {
      this.#coalescer.invalidate();
    }
  }

  /** The error of a write whose outcome is unknown; it is reported under its correlation ID. */
  #unknown(error: unknown, { work, request }: Caller): ApiError {
    const correlationId = randomUUID();
    const known = error instanceof ApiError ? error : undefined;
    const { code, details } = known ?? { code: 'INTERNAL_SERVER_ERROR' as const, details: {} };
    if (work)
      this.observer.unknownOutcome?.({
        ...{ ...work, request, correlationId, code },
        status: details.status,
        cause: known ? undefined : error,
      });
    return withDetails(known ?? new ApiError(code, 'This server failed after it had sent the request to Twilio.'), {
      outcome: 'UNKNOWN',
      correlationId,
    });
  }

  /** Whether Twilio says that the parent of a row does not exist. The connection's own account does. */
  async #isGone(entity: Entity, parents: Sids, caller: Caller): Promise<boolean> {
    const parent = ancestors(entity).at(-1);
    if (
      !parent ||
      !isEntity(parent) ||
      !parent.fetch ||
      (parents.length === 1 && parents[0] === this.#client.accountSid)
    )
      return false;
    return this.fetch(parent, parents, { ...caller, beforeSend: undefined }).then(() => false, isNotFound);
  }

  /** Reads the row with these keys. Throws if the answer is another row. */
  #rowOf(entity: Entity, sids: Sids, refuse: () => ApiError): (answer: unknown) => Row {
    const read = this.#rowsIn(entity, sids, refuse);
    return (answer) => {
      const row = read(answer);
      if (!isTheOne(row, sids)) throw refuse();
      return row;
    };
  }

  /** Reads rows of an answer as what they are found by again: a call's notification is the account's notification. */
  #rowsIn(entity: Entity, sids: Sids, refuse: () => ApiError, once?: Json): (answer: unknown) => Row {
    const as = this.#registry.identity(entity);
    const above = parentsOf(as, sids);
    const asked = as === entity ? sids.slice(above.length) : [];
    const keys = theirKeysOf(as);
    const needed = keys.slice(0, neededKeys(as, asked));
    const secrets = secretsOf(entity);
    const row = rowsOf(as);
    return (answer) => {
      const whole = object(
        entity.rows === 'key' && typeof answer === 'string' ? { [keys[0] ?? '']: answer } : answer,
        refuse,
      );
      const json = secrets.length > 0 ? without(secrets, whole) : whole;
      if (!needed.every((name) => isKey(json[name]))) throw refuse();
      return row(above, json, once, asked);
    };
  }

  #one(entity: Entity, sids: Sids, operation: 'fetch' | 'update' | 'patch' | 'remove'): Method {
    if (entity.legacy) {
      const method = { fetch: 'get', update: 'post', patch: 'post', remove: 'delete' } as const;
      return (params) => this.#raw(entity, sids, method[operation], params);
    }
    return operationOf(this.#client, entity, sids, operation);
  }

  #raw(entity: Entity, sids: Sids, method: 'get' | 'post' | 'delete', params?: object): Promise<unknown> {
    const path = legacyPath(entity, sids);
    const data = Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [pascalCase(name), value]));
    return this.#client.request({ method, uri: originOf(this.#client, entity) + path, data });
  }
}

/** The caller, with its operation. A write that costs money or reaches a person has priority. */
const doing = ({ name, paid }: Entity, operation: Action, caller: Caller): Caller => ({
  ...caller,
  ...(paid?.some((each) => each === operation) ? { priority: 'paid' } : {}),
  work: { entity: name, operation },
});

const unreadable = () => new ApiError('UPSTREAM_UNREADABLE', "Twilio's answer is not the requested resource.");
const written = () =>
  new ApiError('UPSTREAM_UNREADABLE', 'Twilio accepted the request, but its answer is not the resource.', {
    outcome: 'UNKNOWN',
  });

const isNotFound = (error: unknown): error is ApiError => error instanceof ApiError && error.code === 'NOT_FOUND';

/** Fills a legacy path's `{…Sid}` in order; what is left of `sids` is the row itself. */
const legacyPath = (entity: Entity, sids: Sids): string => {
  const left = [...sids];
  const path = (entity.legacy ?? '').replace(/\{\w+\}/g, () => left.shift() ?? '');
  return left.length === 0 ? path : path.replace(/\.json$/, `/${left.join('/')}.json`);
};

const object = (answer: unknown, refuse = unreadable): Json => {
  if (typeof answer !== 'object' || answer === null) throw refuse();
  return answer as Json;
};

/** Stands for a row if Twilio returns none. */
const nothingOf = (entity: Entity, sids: Sids): Row => rowsOf(entity)(parentsOf(entity, sids), {});

const isKey = (value: unknown): boolean => (typeof value === 'string' && value !== '') || typeof value === 'number';
/** How many parts of a key a row must have: what was asked for by a key that rows do not have needs none. */
const neededKeys = (entity: Entity, asked: Sids): number =>
  asked.length > 0 && (entity.answers?.fetch === 'redirect' || keysOf(entity).some((key) => !entity.fields[key]))
    ? 0
    : keysOf(entity).length;

/** A secret that Twilio returns once is not kept: not in a loader, and so in no other answer of the request. */
const secretsOf = onceFor((entity: Entity): readonly string[] =>
  Object.entries(entity.fields).flatMap(([name, value]) => (value.shownOnce ? [jsonName(entity, name, value)] : [])),
);
const without = (secrets: readonly string[], json: Json): Json =>
  Object.fromEntries(Object.entries(json).filter(([name]) => !secrets.includes(name)));

/** Whether a row has the SID that it was fetched by; other keys may be labels, which rows do not repeat. */
const isTheOne = ({ entity, json }: Row, sids: Sids): boolean => {
  const key = theirKeysOf(entity).at(-1);
  const requested = sids.at(-1) ?? '';
  return key === undefined || !IS_SID.test(requested) || json[key] === undefined || json[key] === requested;
};
const IS_SID = /^[A-Z]{2}[0-9a-fA-F]{32}$/;
