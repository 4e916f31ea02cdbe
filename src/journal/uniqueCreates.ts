/**
 * Creates of a value that can exist once, such as the purchase of a phone number: one after the other, in all processes
 * that share the store. The one that follows can then see what the one before it made, or that nobody knows yet.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { badInput } from '../errors.ts';
import type { Entity, Registry, Sids } from '../model/index.ts';
import { abortError, type Caller, deadlineOf } from '../twilio/limiter/index.ts';
import { uniqueOf } from './content.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Ledger } from './ledger.ts';
import type { Operation } from './operation.ts';

export interface UniqueValue {
  readonly entity: Entity;
  /** The SIDs that the new row lies in. */
  readonly parents: Sids;
  /** The name of the input. */
  readonly name: string;
  readonly value: string;
}

const POLL_MS = 50;
const MAX_POLL_MS = 500;
/** Twilio may carry out a create, and list its row, so long after its response was lost. */
const DELAY_MS = 60_000;

export class UniqueCreates {
  readonly #ledger: Ledger;
  readonly #fingerprint: Fingerprint;
  readonly #registry: Registry;

  constructor(ledger: Ledger, fingerprint: Fingerprint, registry: Registry) {
    this.#ledger = ledger;
    this.#fingerprint = fingerprint;
    this.#registry = registry;
  }

  /** Runs alone among the creates of this value. Throws BAD_USER_INPUT if the time of the caller ends first. */
  async inTurn<T>(unique: UniqueValue, caller: Caller, run: () => Promise<T>): Promise<T> {
    const lock = this.#nameOf(unique);
    for (let pause = POLL_MS; !(await this.#ledger.lock(lock)); pause = Math.min(MAX_POLL_MS, pause * 2)) {
      if (performance.now() + pause > deadlineOf(caller))
        throw badInput(`input.${unique.name}`, 'is being created by another request; nothing was sent');
      await sleep(pause);
      if (caller.signal?.aborted) throw abortError(caller.signal);
    }
    try {
      return await run();
    } finally {
      // A lock that the store does not release is this process's own, and expires.
      await this.#ledger.unlock(lock).catch(() => undefined);
    }
  }

  /** Throws BAD_USER_INPUT if an earlier create of this value may still be carried out, or is not listed yet. */
  async refuseUndecided(unique: UniqueValue): Promise<void> {
    for (const { id, value } of await this.#ledger.openUnique(this.#nameOf(unique)))
      if (await this.#isUndecided(value))
        throw badInput(
          `input.${unique.name}`,
          `may have been created a moment ago: operation ${id} has no outcome yet; nothing was sent. Query that operation, or try again in ${DELAY_MS / 1000} s`,
        );
  }

  async #isUndecided({ state, owner, lostAt = Date.now() }: Operation): Promise<boolean> {
    if (state === 'QUEUED') return this.#ledger.isAlive(owner);
    return state === 'SENDING' || (state === 'UNKNOWN' && Date.now() - lostAt < DELAY_MS);
  }

  #nameOf({ entity, parents, name, value }: UniqueValue): string {
    const echo = this.#fingerprint.echoOf(this.#registry, entity, { [name]: value });
    return uniqueOf(this.#registry, entity, parents, name, echo) ?? '';
  }
}
