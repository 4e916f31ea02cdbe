/** Reads the JSON of an answer: exactly, and in slices where it is so large that it would hold up other requests. */
import { pause } from '../../pause/index.ts';

/** A page of 1,000 rows is below it. A larger answer takes more than some tens of milliseconds. */
const MAX_BYTES_AT_ONCE = 2 * 1024 * 1024;
const SLICE_BYTES = 16 * 1024;

/** Whole numbers that a JavaScript number does not hold exactly; texts are matched first, so that theirs are not meant. */
const LONG = /"(?:[^"\\]|\\.)*"|(?<![\w.+-])-?\d{16,}(?![\d.eE])/g;
const IS_LONG = /^-?\d{16,}$/;
const BYTE_ORDER_MARK = 0xfeff;

export const isLarge = (bytes: number): boolean => bytes > MAX_BYTES_AT_ONCE;

/** Large whole numbers become texts, as {@link JSON.parse} would round them. `undefined` for what is not JSON. */
export const parseJson = (chunks: readonly Buffer[]): unknown => {
  const whole = (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString();
  const text = whole.charCodeAt(0) === BYTE_ORDER_MARK ? whole.slice(1) : whole;
  try {
    if (!mayHaveLong(text)) return JSON.parse(text);
    return JSON.parse(text.replace(LONG, (found) => (found.startsWith('"') ? found : `"${found}"`)));
  } catch {
    return undefined;
  }
};

const LONG_DIGITS = 16;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/**
 * Whether a number of so many digits may be in a text. Of such a number, one of every 16 characters is a digit: looking
 * at those alone takes a tenth of the time of a regular expression, and nearly all answers have none.
 */
const mayHaveLong = (text: string): boolean => {
  for (let at = LONG_DIGITS - 1; at < text.length; at += LONG_DIGITS) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let from = at;
    while (isDigit(text.charCodeAt(from - 1))) from--;
    while (isDigit(text.charCodeAt(at))) at++;
    if (at - from < LONG_DIGITS) continue;
    const before = text.charAt(from - 1) === '-' ? from - 2 : from - 1;
    if (/[:[,\s]/.test(text.charAt(before))) return true;
  }
  return false;
};

/** The same, without holding up other requests; it takes several times as long. Few processes ever need the parser. */
export const parseLargeJson = async (chunks: readonly Buffer[]): Promise<unknown> => {
  const { Tokenizer, TokenParser } = await import('@streamparser/json');
  class ExactTokenizer extends Tokenizer {
    protected override parseNumber(text: string): number {
      return (IS_LONG.test(text) ? text : Number(text)) as number;
    }
  }
  const tokenizer = new ExactTokenizer();
  const parser = new TokenParser({ paths: ['$'], keepStack: false });
  let found: unknown;
  tokenizer.onToken = (token) => parser.write(token);
  parser.onValue = ({ value }) => {
    found = value;
  };
  try {
    for (const chunk of chunks)
      for (let from = 0; from < chunk.length; from += SLICE_BYTES) {
        const wait = pause();
        if (wait) await wait;
        tokenizer.write(chunk.subarray(from, from + SLICE_BYTES));
      }
    tokenizer.end();
    return found;
  } catch {
    return undefined;
  }
};
