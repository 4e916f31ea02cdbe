/** What the journal records of a write before it is sent: hashes, and the names by which it is found again. */
import { ApiError } from '../errors.ts';
import type { Entity, Registry, Sids } from '../model/index.ts';
import type { Caller } from '../twilio/limiter/index.ts';
import type { Input } from '../twilio/rows/index.ts';
import { contentOf, uniqueOf } from './content.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Ledger } from './ledger.ts';
import type { Operation } from './operation.ts';

export interface Write {
  readonly entity: Entity;
  readonly change: Operation['change'];
  /** The SIDs that the new row lies in, or those of the row to change. */
  readonly target: Sids;
  readonly input: Input;
  /** Chosen by the client: a write with this key is sent once, however often it is requested. */
  readonly key?: string | undefined;
  /** Which write it is of several with one key. */
  readonly part?: string | undefined;
  /** Whom the key belongs to. */
  readonly client: string;
  readonly caller: Caller;
  /** Called once before the request leaves; what it reserves is released if the request certainly did nothing. */
  readonly reserve?: (() => Promise<{ release(): Promise<void> }>) | undefined;
}

export interface IntentOptions {
  readonly ledger: Pick<Ledger, 'scope' | 'owner'>;
  readonly fingerprint: Fingerprint;
  readonly registry: Registry;
}

export class Intents {
  readonly #options: IntentOptions;

  constructor(options: IntentOptions) {
    this.#options = options;
  }

  operationOf(write: Write, state: 'QUEUED' | 'SENDING'): Operation {
    const { ledger, fingerprint, registry } = this.#options;
    const { entity, change, target, input, key, client } = write;
    const now = Date.now();
    const echo = change === 'create' ? fingerprint.echoOf(registry, entity, input) : {};
    return {
      scope: ledger.scope,
      caller: client,
      entity: entity.name,
      change,
      target,
      state,
      owner: ledger.owner,
      keyed: key !== undefined,
      input: this.hashOf(write),
      echo,
      ...this.indexed({ entity: entity.name, change, target, echo }),
      createdAt: now,
      updatedAt: now,
    };
  }

  /** By what the operation is found among the others; an update makes no row that has to be found. */
  indexed({
    entity: name,
    change,
    target,
    echo,
  }: Pick<Operation, 'entity' | 'change' | 'target' | 'echo'>): Pick<Operation, 'content' | 'unique'> {
    const { registry } = this.#options;
    const entity = registry.find(name);
    if (!entity || change !== 'create') return { content: '' };
    const unique = uniqueOf(registry, entity, target, entity.uniqueBy, echo);
    return { content: contentOf(entity, target, echo), ...(unique !== undefined && { unique }) };
  }

  /** The hash of the input. */
  hashOf({ entity, change, target, input }: Write): string {
    return this.#options.fingerprint.ofWrite(entity, change, target, input);
  }

  /** Throws IDEMPOTENCY_KEY_MISMATCH if the hash is that of another input. */
  checkSameInput(hash: string, write: Write): void {
    if (hash === this.hashOf(write)) return;
    throw new ApiError(
      'IDEMPOTENCY_KEY_MISMATCH',
      'idempotencyKey: was used for another input within 24 hours; nothing was sent. Use a new key for a new write.',
      { argument: 'idempotencyKey' },
    );
  }
}
