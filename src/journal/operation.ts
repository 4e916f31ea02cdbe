/** The record of one write in the journal: hashes, SIDs, states and times, never a message body or a phone number. */
import type { Code } from '../errors.ts';
import type { Sids } from '../model/index.ts';
import type { Echo } from './fingerprint.ts';

/** What is known of a write. */
export const states = {
  QUEUED: 'It waits to be sent, or to be sent again after Twilio answered 429. It was not carried out.',
  SENDING: 'On its way to Twilio; its outcome is not known yet.',
  DONE: 'Twilio carried it out.',
  REFUSED: 'Twilio refused it. It was not carried out.',
  CANCELLED: 'It was not carried out, and will not be sent. A write with the same key sends it anew.',
  UNKNOWN: 'It was sent, and the answer was lost. The server is looking it up; it is never sent again.',
  UNRESOLVED: 'It was sent, the answer was lost, and it was not found within an hour. Check in the Twilio Console.',
} as const;
export type State = keyof typeof states;

/** A refusal as it can be given again: without what Twilio repeated of the input. */
export interface StoredRefusal {
  readonly code: Code;
  readonly message: string;
  readonly status: number | undefined;
  readonly twilioCode: number | undefined;
  readonly moreInfo: string | undefined;
}

export interface Operation {
  /** The connection and account that it belongs to. */
  readonly scope: string;
  readonly caller: string;
  readonly entity: string;
  readonly change: 'create' | 'update';
  /** What it was sent to: the SIDs that the new row lies in, or those of the row to change. */
  readonly target: Sids;
  readonly state: State;
  /** The process that works on it. */
  readonly owner: string;
  /** Whether its client chose its key, and can ask for it again. */
  readonly keyed: boolean;
  readonly input: string;
  readonly echo: Echo;
  /** What the row of a create is recognised by: writes of equal content may have made the same row. */
  readonly content?: string | undefined;
  /** Names the value that can exist once, if it creates one. */
  readonly unique?: string | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Of the attempt that may have been carried out. */
  readonly sentAt?: number | undefined;
  /** When its response was lost. */
  readonly lostAt?: number;
  /** When it is looked up in the background for the first time. */
  readonly nextLookupAt?: number;
  readonly sids?: Sids;
  readonly refusal?: StoredRefusal;
}

export const isOpen = ({ state }: Pick<Operation, 'state'>): boolean =>
  state === 'QUEUED' || state === 'SENDING' || state === 'UNKNOWN' || state === 'UNRESOLVED';
