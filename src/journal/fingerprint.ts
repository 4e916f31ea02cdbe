/** Keyed hashes by which the journal compares inputs and rows that it must not keep. */
import { createHash, createHmac } from 'node:crypto';
import type { Entity } from '../model/index.ts';
import { type Input, type Row, read } from '../twilio/rows/index.ts';

/** A SHA-256 of several texts that no other texts have. */
export const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** The same value as a client and as Twilio write it. */
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

export class Fingerprint {
  readonly #key: Buffer;

  /** `secret` is the connection's own: phone numbers are few enough to be guessed from a plain hash. */
  constructor(secret: string) {
    this.#key = createHmac('sha256', secret).update('twilio-graphql journal').digest();
  }

  of(...parts: readonly unknown[]): string {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify(canonical(parts)))
      .digest('base64url');
  }

  /** Of the values of these fields in a row, as {@link of} hashes the same values of an input. */
  ofRow(row: Row, fields: readonly string[]): string {
    return this.of(fields.map((name) => [name, read(row, name)]));
  }

  echoOf(entity: Entity, input: Input): { readonly fields: readonly string[]; readonly hash: string } {
    const fields = Object.keys(input)
      .filter((name) => isRepeated(entity, name) && hasValue(input[name]))
      .sort();
    return { fields, hash: this.of(fields.map((name) => [name, input[name]])) };
  }
}

const hasValue = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Whether Twilio's rows have the input of this name unchanged. */
const isRepeated = ({ create, fields }: Entity, name: string): boolean => {
  const input = create?.[name];
  const field = fields[name];
  return input !== undefined && field !== undefined && input.scalar === field.scalar && !input.many && !field.hidden;
};
