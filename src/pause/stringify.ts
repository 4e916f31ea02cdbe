/** JSON of an answer: written at once, one of many megabytes would hold up everybody else. */
import { pause, STRIDE } from './pause.ts';

/** JSON of a value whose large lists are written in slices. Throws what `JSON.stringify` throws. */
export const stringifyInSlices = async (value: unknown): Promise<string> => {
  const parts: string[] = [];
  await write(value, parts, MAX_DEPTH);
  return parts.join('');
};

/** Answers are not as deep as that; JSON in them may be. */
const MAX_DEPTH = 50;

const write = async (value: unknown, parts: string[], depth: number): Promise<void> => {
  if (Array.isArray(value) && value.length > STRIDE) {
    for (let from = 0; from < value.length; from += STRIDE) {
      const wait = pause();
      if (wait) await wait;
      parts.push(from === 0 ? '[' : ',', JSON.stringify(value.slice(from, from + STRIDE)).slice(1, -1));
    }
    parts.push(']');
  } else if (depth > 0 && isRecord(value)) {
    let separator = '{';
    for (const [name, each] of Object.entries(value)) {
      if (each === undefined) continue;
      parts.push(separator, JSON.stringify(name), ':');
      separator = ',';
      if (typeof each === 'object' && each !== null) await write(each, parts, depth - 1);
      else parts.push(JSON.stringify(each));
    }
    parts.push(separator === '{' ? '{}' : '}');
  } else parts.push(JSON.stringify(value) ?? 'null');
};

/** An object that GraphQL has made, or that is one of ours; others may have a JSON of their own. */
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('toJSON' in value);
