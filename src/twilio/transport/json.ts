/** Reads the JSON of an answer: exactly, and in slices where it is so large that it would hold up other requests. */
import { isExact, parseExactly } from '../../json/index.ts';
import { pause } from '../../pause/index.ts';

/** A page of 1,000 rows is below it. A larger answer takes more than some tens of milliseconds. */
const MAX_BYTES_AT_ONCE = 2 * 1024 * 1024;
const SLICE_BYTES = 16 * 1024;
/** Twilio's own answers have some ten levels. */
const MAX_DEPTH = 1000;

/** Shorter numbers are exact. */
const LONG_DIGITS = 16;
const BYTE_ORDER_MARK = 0xfeff;

export const isLarge = (bytes: number): boolean => bytes > MAX_BYTES_AT_ONCE;

/** Numbers that would be rounded become texts. `undefined` for what is not JSON. */
export const parseJson = (chunks: readonly Buffer[]): unknown => {
  const whole = (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString();
  const text = whole.charCodeAt(0) === BYTE_ORDER_MARK ? whole.slice(1) : whole;
  try {
    return parseExactly(text);
  } catch {
    return undefined;
  }
};

/** The same, without holding up other requests; it takes several times as long. Few processes ever need the parser. */
export const parseLargeJson = async (chunks: readonly Buffer[]): Promise<unknown> => {
  const { Tokenizer, TokenParser, TokenType } = await import('@streamparser/json');
  class ExactTokenizer extends Tokenizer {
    protected override parseNumber(text: string): number {
      return (text.length < LONG_DIGITS || isExact(text) ? Number(text) : text) as number;
    }
  }
  const tokenizer = new ExactTokenizer();
  const parser = new TokenParser({ paths: ['$'], keepStack: false });
  let found: unknown;
  let depth = 0;
  tokenizer.onToken = (parsed) => {
    const { token } = parsed;
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) depth++;
    if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth--;
    // Each level that is open takes as much memory as a row.
    if (depth > MAX_DEPTH) throw new RangeError('The answer is nested too deep.');
    parser.write(parsed);
  };
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
