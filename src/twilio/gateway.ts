/** Fetch, page, create, update, replace and remove for every descriptor: the one place where descriptors meet the SDK. */
import { randomUUID } from 'node:crypto';
import { ApiError, withDetails } from '../errors.ts';
import type { Observer } from '../events.ts';
import {
  ancestors,
  type Entity,
  isEntity,
  isPaidFetch,
  memoize,
  parentsOf,
  pascalCase,
  type Registry,
  type Sids,
  valuesOf,
  wireOf,
} from '../model/index.ts';
import { pause } from '../pause/index.ts';
import { callerFor } from './callerFor.ts';
import { type Caller, type Reserved, untilDeadline } from './limiter/index.ts';
import {
  encodeInput,
  type Input,
  isByToken,
  keysIn,
  listed,
  nextOf,
  nothingOf,
  objectIn,
  type Page,
  pageAddress,
  type Row,
  rowIn,
  rowsIn,
  rowsOfPage,
  unreadable,
  written,
} from './rows/index.ts';
import {
  addressOf,
  legacyPath,
  listOf,
  type Method,
  methodOf,
  operationOf,
  originOf,
  type Twilio,
} from './sdk/index.ts';
import { type CoalescerOptions, callSdk, charged, RequestCoalescer } from './transport/index.ts';

/** Who else may write to the account. */
type Sharing = Pick<CoalescerOptions, 'untilSent' | 'ofProcess'>;

export class Gateway {
  readonly #client: Twilio;
  readonly registry: Registry;
  readonly #coalescer: RequestCoalescer;
  readonly observer: Observer;

  constructor(client: Twilio, registry: Registry, observer: Observer = {}, sharing: Sharing = {}) {
    this.observer = observer;
    this.#coalescer = new RequestCoalescer({
      onJoin: ({ work }) => work && observer.joined?.(work),
      ...sharing,
    });
    this.#client = client;
    this.registry = registry;
  }

  /** One row by its keys, with the parameters that its fetch takes. Throws NOT_FOUND for a row that does not exist. */
  async fetch(entity: Entity, sids: Sids, caller: Caller = {}, given: Input = {}): Promise<Row> {
    const values = valuesOf(entity, 'fetch');
    const { params } = encodeInput(entity, values, given, 'form');
    const call = () => this.#one(entity, sids, 'fetch')(params);
    const isCharged = isPaidFetch(entity, given);
    const { reserveRead } = caller;
    const reserve = isCharged && reserveRead ? () => reserveRead(entity, given) : undefined;
    const name = JSON.stringify([entity.name, sids, params]);
    const takesRedirect = entity.answers?.fetch === 'redirect';
    const asking = { ...callerFor(entity, 'fetch', caller, sids), takesRedirect, isCharged };
    const answer = await this.#read(name, call, asking, reserve);
    return rowIn(this.registry, entity, sids, unreadable)(answer);
  }

  /** The first page of a list, or the one that `next` of another names. `parents` are the keys that the list lies in. */
  page(entity: Entity, parents: Sids, params: Input, next?: string, caller: Caller = {}): Promise<Page> {
    const read = () => {
      caller.onTurn?.();
      return this.#page(entity, parents, params, next, caller);
    };
    const memory = caller.scan ?? caller.memory;
    const { pageSize } = params;
    return memory ? memory.read(typeof pageSize === 'number' ? pageSize : 0, caller.signal, read) : read();
  }

  async #page(entity: Entity, parents: Sids, params: Input, next: string | undefined, caller: Caller): Promise<Page> {
    const { paging } = wireOf(entity);
    const node = memoize(() => listOf(this.#client, entity, parents));
    const address = memoize(() => addressOf(this.#client, entity, entity.legacy ? {} : node()));
    const list = (more: Input) => methodOf(node(), 'page' in node() ? 'page' : 'list')({ ...params, ...more });
    const followed = (uri: string) => () => this.#client.request({ method: 'get', uri });
    const call =
      next === undefined
        ? () => list({})
        : isByToken(paging)
          ? () => list({ pageToken: next })
          : followed(pageAddress(next, address()));
    const name = JSON.stringify([entity.name, parents, params, next, caller.noRetry]);
    const answer = objectIn(await this.#read(name, call, callerFor(entity, 'list', caller, parents, params)));
    // Many lists may wait for the same page.
    const wait = pause();
    if (wait) await wait;
    const rows = rowsOfPage(this.registry, entity, parents, listed(answer));
    return { rows, next: entity.sample ? undefined : nextOf(answer, paging, address, params) };
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
        : rowsIn(
            this.registry,
            entity,
            [...sids, ...keysIn(entity, input)],
            written,
            objectIn(answer, written),
          )(answer);
    try {
      return await this.#write(send, callerFor(entity, 'create', caller, sids), read);
    } catch (error) {
      // Twilio has answered 404 to creates that it carried out: only a parent that is gone makes it a refusal.
      if (!isNotFound(error) || entity.notFoundRefuses || (await this.#isGone(entity, parentsOf(entity, sids), caller)))
        throw error;
      const { details } = error;
      throw this.#unknown(
        new ApiError('UPSTREAM_ERROR', error.message, details),
        callerFor(entity, 'create', caller, sids),
      );
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
    return this.#write(
      send,
      callerFor(entity, change, caller, sids),
      read ?? rowIn(this.registry, entity, sids, written),
    );
  }

  async remove(entity: Entity, sids: Sids, caller: Caller = {}, given: Input = {}): Promise<void> {
    const { params } = encodeInput(entity, valuesOf(entity, 'remove'), given, 'form');
    const send = () => this.#one(entity, sids, 'remove')(params);
    await this.#write(send, callerFor(entity, 'remove', caller, sids), () => undefined);
  }

  /**
   * A read that another request started ends with the budget of that request and with the limits of its key; those that
   * have joined it then share another one.
   */
  async #read(
    name: string,
    call: () => Promise<unknown>,
    caller: Caller,
    reserve?: () => Promise<Reserved>,
  ): Promise<unknown> {
    let isOwn = false;
    const start = (shared: Caller) => {
      isOwn = true;
      return charged(reserve, shared, (each) => callSdk(call, each));
    };
    try {
      return await this.#coalescer.share(name, caller, start);
    } catch (error) {
      const { code } = error instanceof ApiError ? error : { code: undefined };
      const isOverBudget = code === 'MAX_COST_EXCEEDED' && caller.budget?.isSpent === false;
      if (isOwn || !(isOverBudget || code === 'SPENDING_LIMIT')) throw redacted(error, caller);
      return this.#read(name, call, caller, reserve);
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
    // A write that has left ends later than its operation, perhaps.
    const made = charged(caller.reserve, { ...caller, onSent }, (each) => callSdk(call, each)).finally(() =>
      this.#coalescer.invalidate(),
    );
    try {
      const answer = await (caller.outlivesOperation ? made : untilDeadline(made, caller.signal, tooLate));
      answered = true;
      return read(answer);
    } catch (error) {
      const isKnown = error instanceof ApiError && error.details.outcome === undefined && !answered;
      throw redacted(isKnown || !sent ? error : this.#unknown(error, caller), caller);
    }
  }

  /** The error of a write whose outcome is unknown; it is reported under its correlation ID. */
  #unknown(error: unknown, { work, request, correlationId = randomUUID() }: Caller): ApiError {
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
    return this.fetch(parent, parents, {
      ...caller,
      beforeSend: undefined,
      beforeRetry: undefined,
      afterWrite: true,
    }).then(() => false, isNotFound);
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

/** Requests are shared, so each caller's own share is redacted. */
const redacted = (error: unknown, { redact }: Caller): unknown => (redact ? redact(error) : error);

const tooLate = () =>
  new ApiError('OPERATION_TIMEOUT', 'Twilio has not answered within the time of the operation.', {
    outcome: 'UNKNOWN',
  });

const isNotFound = (error: unknown): error is ApiError => error instanceof ApiError && error.code === 'NOT_FOUND';
