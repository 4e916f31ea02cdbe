/** JSON of an answer: written at once, one of many megabytes would hold up everybody else. */
import { pause } from './pause.ts';

/** Values that are written at once: some tenths of a millisecond. */
const MAX_AT_ONCE = 1000;
/** Characters of a text that take as long as a value. */
const TEXT = 64;
/** Answers are not as deep as that; JSON in them may be. */
const MAX_DEPTH = 50;

/** One text of many megabytes would take long to join, and later to encode. */
const CHUNK_CHARACTERS = 64 * 1024;

/** Of an answer that was within the limit of values: its texts may be long. */
const MAX_CHARACTERS = 40_000_000;

export class TooLong extends Error {
  constructor() {
    super(`The answer would have more than ${MAX_CHARACTERS / 1e6} million characters: select less.`);
  }
}

/** JSON of a value, in several texts if it is large. Throws what `JSON.stringify` throws, and {@link TooLong}. */
export const stringifyInSlices = async (value: unknown): Promise<readonly string[]> => {
  const text = new Text();
  await write(value, text, MAX_DEPTH);
  return text.end();
};

class Text {
  readonly #chunks: string[] = [];
  #parts: string[] = [];
  #characters = 0;
  #total = 0;

  push(...parts: readonly string[]): void {
    for (const part of parts) {
      this.#parts.push(part);
      this.#characters += part.length;
    }
    if (this.#characters >= CHUNK_CHARACTERS) this.end();
  }

  end(): readonly string[] {
    this.#total += this.#characters;
    if (this.#total > MAX_CHARACTERS) throw new TooLong();
    if (this.#characters > 0) this.#chunks.push(this.#parts.join(''));
    this.#parts = [];
    this.#characters = 0;
    return this.#chunks;
  }
}

const write = async (value: unknown, text: Text, depth: number): Promise<void> => {
  const wait = pause();
  if (wait) await wait;
  const isSmall = depth === 0 || rest(value, MAX_AT_ONCE) > 0;
  if (!isSmall && Array.isArray(value)) await writeList(value, text, depth);
  else if (!isSmall && isRecord(value)) await writeRecord(value, text, depth);
  else text.push(JSON.stringify(value) ?? 'null');
};

const writeList = async (items: readonly unknown[], text: Text, depth: number): Promise<void> => {
  let separator = '[';
  for (let from = 0, to = 0; from < items.length; from = to) {
    for (let left = MAX_AT_ONCE; to < items.length; to++) {
      left = rest(items[to], left);
      if (left <= 0) break;
    }
    text.push(separator);
    separator = ',';
    if (from === to) await write(items[to++], text, depth - 1);
    else {
      const wait = pause();
      if (wait) await wait;
      text.push(JSON.stringify(items.slice(from, to)).slice(1, -1));
    }
  }
  text.push(']');
};

const writeRecord = async (record: Readonly<Record<string, unknown>>, text: Text, depth: number): Promise<void> => {
  let separator = '{';
  const add = (entries: string) => {
    if (entries === '') return;
    text.push(separator, entries);
    separator = ',';
  };
  let group: [string, unknown][] = [];
  const addGroup = () => {
    add(JSON.stringify(Object.fromEntries(group)).slice(1, -1));
    group = [];
  };
  let left = MAX_AT_ONCE;
  for (const entry of Object.entries(record)) {
    const [name, value] = entry;
    left = rest(value, left);
    if (left > 0) {
      group.push(entry);
      continue;
    }
    addGroup();
    const wait = pause();
    if (wait) await wait;
    left = rest(value, MAX_AT_ONCE);
    if (left > 0) group.push(entry);
    else {
      add(`${JSON.stringify(name)}:`);
      await write(value, text, depth - 1);
      left = MAX_AT_ONCE;
    }
  }
  addGroup();
  text.push(separator === '{' ? '{}' : '}');
};

/** What is left of so many values after those in this one; nothing or less if it has more. */
const rest = (value: unknown, values: number): number => {
  let left = values - 1;
  if (typeof value === 'string') return left - Math.floor(value.length / TEXT);
  if (typeof value !== 'object' || value === null) return left;
  if (Array.isArray(value)) for (let i = 0; i < value.length && left > 0; i++) left = rest(value[i], left);
  else
    for (const name in value) {
      if (left <= 0) return left;
      left = rest((value as Readonly<Record<string, unknown>>)[name], left);
    }
  return left;
};

/** An object that GraphQL has made, or that is one of ours; others may have a JSON of their own. */
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('toJSON' in value);
