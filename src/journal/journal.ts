/**
 * The journal of writes that must not happen twice. The intent is on disk before the request leaves, its outcome after.
 * A write whose outcome is unknown is never sent again: it is looked up, here at once and later by the {@link Resolver}.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, badInput } from '../errors.ts';
import type { Observer } from '../events.ts';
import type { Registry, Sids } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import type { Gateway } from '../twilio/gateway.ts';
import { abortError, deadlineOf, untilDeadline } from '../twilio/limiter/index.ts';
import type { Input, Row } from '../twilio/rows/index.ts';
import { digest, Fingerprint } from './fingerprint.ts';
import { Intents, type Write } from './intent.ts';
import { Ledger, type Recorded } from './ledger.ts';
import { canLookUp, Lookup } from './lookup.ts';
import type { Operation } from './operation.ts';
import { ofKey, refusalAgain, refusedOr, unknownOutcome } from './outcomes.ts';
import { PromptLookups } from './promptLookups.ts';
import { Resolver } from './resolver.ts';
import { type RowAgain, readAgain } from './rowAgain.ts';
import { UniqueCreates } from './uniqueCreates.ts';

export interface JournalOptions {
  readonly store: Store;
  readonly gateway: Gateway;
  readonly registry: Registry;
  /** The connection and account: keys of one mean nothing in another. */
  readonly scope: string;
  /** Of the connection; makes hashes that nobody else can guess from. */
  readonly secret: string;
  readonly observer?: Observer;
}

export interface Written extends RowAgain {
  /** The answer is that of an earlier write with the same key. */
  readonly replayed: boolean;
}

/** A write that was carried out: with its row if Twilio has just answered it. */
interface Done {
  readonly row?: Row;
  readonly sids: Sids;
  readonly replayed: boolean;
}

interface UnderWay {
  readonly input: Input;
  readonly hash: string;
  readonly done: Promise<Done>;
  /** Names it in the log, and in what its clients hear if its outcome is unknown. */
  readonly correlationId: string;
}

/** Pauses before an unknown outcome is looked up at once: Twilio lists a new row a moment after it took it. */
const LOOKUP_PAUSES_MS = [100, 400, 1000];
/** So long after the loss the other processes leave a lookup to this one. */
const PROMPT_MS = 2000;
const POLL_MS = 50;
const MAX_POLL_MS = 500;
const MAX_KEY_LENGTH = 255;

export class Journal {
  readonly unique: UniqueCreates;
  readonly #options: JournalOptions;
  readonly #ledger: Ledger;
  readonly #intents: Intents;
  readonly #lookups: PromptLookups;
  readonly #resolver: Resolver;
  /** Writes of this process that are under way, with inputs that the store does not hold. */
  readonly #underWay = new Map<string, UnderWay>();

  constructor(options: JournalOptions) {
    const { store, gateway, registry, scope, secret } = options;
    this.#options = options;
    this.#ledger = new Ledger(store, scope, randomUUID());
    const fingerprint = new Fingerprint(secret);
    this.#intents = new Intents({ ledger: this.#ledger, fingerprint, registry });
    this.unique = new UniqueCreates(this.#ledger, fingerprint, registry);
    const lookup = new Lookup({ gateway, registry, ledger: this.#ledger, fingerprint });
    this.#lookups = new PromptLookups(lookup);
    this.#resolver = new Resolver({
      ...options,
      ledger: this.#ledger,
      isUnderWay: (id) => this.#underWay.has(id),
      canLookUp: (operation) => {
        const entity = registry.find(operation.entity);
        return entity !== undefined && canLookUp(entity, operation);
      },
      lookUp: (batch, caller) => lookup.run(batch, caller),
      complete: (operation) => this.#intents.indexed(operation),
    });
  }

  /** Carries out a write. Throws what the gateway throws, and OUTCOME_UNKNOWN where Twilio may have carried it out. */
  async write(write: Write): Promise<Written> {
    const { row, sids, replayed } = await this.#carryOut(write).catch((error: unknown) => {
      throw write.key === undefined ? error : ofKey(error);
    });
    // Whatever becomes of this, the write was carried out.
    return { ...(row ? { row } : await readAgain(this.#options, { ...write, sids }, write.caller)), replayed };
  }

  async #carryOut(write: Write): Promise<Done> {
    const { key, part, client, caller } = write;
    if (caller.signal?.aborted) throw abortError(caller.signal);
    if (key === undefined) return this.#track(randomUUID(), write, (id, traced) => this.#begin(id, traced));
    if (key === '' || key.length > MAX_KEY_LENGTH)
      throw badInput('idempotencyKey', `must have 1 to ${MAX_KEY_LENGTH} characters`);
    const id = digest(this.#ledger.scope, client, key, ...(part === undefined ? [] : [part]));
    const known = this.#underWay.get(id);
    if (!known) return this.#track(id, write, (_id, traced) => this.#claim(id, traced));
    this.#intents.checkSameInput(known.hash, write);
    return this.#answered(id, write, known).then((done) => ({ ...done, replayed: true }));
  }

  read(id: string): Promise<Operation | undefined> {
    return this.#ledger.read(id).then((entry) => entry?.value);
  }

  /** The id of the operation that a client's key names. */
  idOf(client: string, key: string): string {
    return digest(this.#ledger.scope, client, key);
  }

  async close(): Promise<void> {
    // Until they have ended, the resolver shows the other processes that this one is alive.
    await Promise.allSettled([...this.#underWay.values()].map(({ done }) => done));
    await this.#resolver.close();
  }

  #track(id: string, write: Write, begin: (id: string, traced: Write) => Promise<Done>): Promise<Done> {
    const correlationId = randomUUID();
    const traced = { ...write, caller: { ...write.caller, correlationId } };
    const done = begin(id, traced).finally(() => this.#underWay.delete(id));
    const underWay = { input: write.input, hash: this.#intents.hashOf(write), done, correlationId };
    this.#underWay.set(id, underWay);
    return this.#answered(id, write, underWay);
  }

  /** What the client gets when its time is over: the write goes on, and its outcome is recorded. */
  async #answered(id: string, { entity, change, caller }: Write, { done, correlationId }: UnderWay): Promise<Done> {
    const code = 'OPERATION_TIMEOUT';
    const late = unknownOutcome(id, new ApiError(code, 'The time of the operation is over.', { correlationId }));
    try {
      return await untilDeadline(done, caller.signal, () => late);
    } catch (error) {
      if (error === late)
        this.#options.observer?.unknownOutcome?.({
          ...{ entity: entity.name, operation: change, request: caller.request, correlationId, code },
          ...{ status: undefined, cause: undefined },
        });
      throw error;
    }
  }

  /** Sends the write of a key that is new, or answers as it was answered before. */
  async #claim(id: string, write: Write): Promise<Done> {
    const value = this.#intents.operationOf(write, 'QUEUED');
    const entry = await this.#ledger.insert(id, value);
    if (entry) return this.#send(entry, write);
    const known = await this.#ledger.read(id);
    if (!known) return this.#claim(id, write);
    this.#intents.checkSameInput(known.value.input, write);
    const settled = await this.#settled(known, deadlineOf(write.caller));
    if (settled.value.state !== 'CANCELLED') return this.#replay(settled, write);
    const again = await this.#ledger.move(settled, 'QUEUED', { ...value, createdAt: settled.value.createdAt });
    return again ? this.#send(again, write) : this.#claim(id, write);
  }

  /** Without a key nothing can ask for it before it is sent, so it is recorded only then. */
  #begin(id: string, write: Write): Promise<Done> {
    return this.#send({ id, version: 0, value: this.#intents.operationOf(write, 'SENDING') }, write);
  }

  async #send(begun: Recorded, { entity, change, target, input, caller, key, reserve }: Write): Promise<Done> {
    let entry = begun;
    let sent = false;
    let reserved: Awaited<ReturnType<NonNullable<typeof reserve>>> | undefined;
    const beforeSend = async () => {
      if (sent) return;
      reserved ??= await reserve?.();
      entry = await this.#sending(entry);
      sent = true;
    };
    const beforeRetry = async () => {
      if (!sent) return;
      entry = await this.#waiting(entry);
      sent = false;
      // The limits and the kill switch are checked again when it is sent again.
      await reserved?.release().catch(() => {});
      reserved = undefined;
    };
    // A client that chose a key can ask for the outcome, so the write does not depend on its presence.
    const signal = key === undefined ? caller.signal : undefined;
    try {
      const row = await this.#options.gateway[change](entity, target, input, {
        ...caller,
        signal,
        beforeSend,
        beforeRetry,
        outlivesOperation: true,
      });
      await this.#ledger.settle(entry, 'DONE', { sids: row.sids });
      return { row, sids: row.sids, replayed: false };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.details.outcome !== 'UNKNOWN') {
        await reserved?.release().catch(() => {});
        if (entry.version > 0 || error.code === 'STORE_UNAVAILABLE')
          await this.#ledger.settle(entry, ...refusedOr(error));
        throw error;
      }
      const lostAt = Date.now();
      const nextLookupAt = lostAt + PROMPT_MS;
      const unknown = (await this.#ledger.settle(entry, 'UNKNOWN', { lostAt, nextLookupAt })) ?? entry;
      return this.#resolveNow(unknown, { entity, caller }, error);
    }
  }

  /** Records that the request leaves. From then on it is never certain that it did not. */
  async #sending(entry: Recorded): Promise<Recorded> {
    const sentAt = Date.now();
    const sending =
      entry.version === 0
        ? await this.#ledger.insert(entry.id, { ...entry.value, sentAt })
        : await this.#ledger.move(entry, 'SENDING', { sentAt });
    return sending ?? cancelled();
  }

  /** Records that Twilio did not carry it out, and that it waits to be sent again: a process that ends now has sent nothing. */
  async #waiting(entry: Recorded): Promise<Recorded> {
    return (await this.#ledger.move(entry, 'QUEUED', { sentAt: undefined })) ?? cancelled();
  }

  async #resolveNow(
    entry: Recorded,
    { entity, caller }: Pick<Write, 'entity' | 'caller'>,
    cause: ApiError,
  ): Promise<Done> {
    let latest = entry;
    if (canLookUp(entity, entry.value))
      for (const pause of LOOKUP_PAUSES_MS) {
        if (performance.now() + pause > deadlineOf(caller)) break;
        await sleep(pause);
        const input = this.#underWay.get(entry.id)?.input;
        latest = (await this.#lookups.run(latest, input, caller)) ?? latest;
        if (latest.value.state === 'DONE') return { sids: latest.value.sids ?? [], replayed: false };
      }
    throw unknownOutcome(entry.id, cause);
  }

  /** Waits while another process sends the same. */
  async #settled(entry: Recorded, deadline: number): Promise<Recorded> {
    let latest = entry;
    for (let pause = POLL_MS; ; pause = Math.min(MAX_POLL_MS, pause * 2)) {
      const { state, owner } = latest.value;
      const isUnderWay = state === 'QUEUED' || state === 'SENDING';
      if (!isUnderWay || performance.now() + pause > deadline) return latest;
      if (!(await this.#ledger.isAlive(owner))) await this.#resolver.abandon(latest);
      else await sleep(pause);
      latest = (await this.#ledger.read(latest.id)) ?? latest;
    }
  }

  /** Answers as the first write with this key was answered. */
  async #replay(entry: Recorded, { entity, caller }: Write): Promise<Done> {
    const { state, refusal, sids = [] } = entry.value;
    if (state === 'DONE') return { sids, replayed: true };
    if (refusal) throw refusalAgain(refusal);
    const cause = new ApiError('OUTCOME_UNKNOWN', 'The first write with this key has no outcome yet.');
    return { ...(await this.#resolveNow(entry, { entity, caller }, cause)), replayed: true };
  }
}

/** Another process took this one for dead and closed the operation. */
const cancelled = (): never => {
  throw new ApiError('CANCELLED', 'Nothing was sent: the operation was cancelled while it waited.');
};
