/** JSON without rounding: a number that a JavaScript number would change is set apart, or becomes a text of its digits. */
import { randomUUID } from 'node:crypto';

/**
 * Numbers of so many characters may have more digits than a JavaScript number holds. Texts are matched to be left alone,
 * also one without an end, which would be read again from each of its quotes.
 */
const LONG = /"(?:[^"\\]|\\[\s\S]?)*(?:"|$)|-?\d[\d.eE+-]{15,}/g;
/** Short ones are changed only where their exponent is large. */
const LONG_OR_LARGE = /"(?:[^"\\]|\\[\s\S]?)*(?:"|$)|-?\d[\d.eE+-]{15,}|-?\d[\d.]*[eE][+-]?\d{3,}/g;
const MAY_BE_LARGE = /(?:^|[:[,\s])-?\d[\d.]*[eE][+-]?\d{3}/;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const PARTS = /^-?(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/;

/** The significant digits of a number and where they stand: equal for equal numbers, however they are written. */
const quantityOf = (number: string): string => {
  const [, whole = '', fraction = '', exponent = '0'] = PARTS.exec(number) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return end === 0 ? '0' : `${digits.slice(0, end)}e${Number(exponent) - fraction.length + digits.length - end}`;
};

/** Whether a JavaScript number gives back each digit of a number of JSON. */
export const isExact = (number: string): boolean => {
  const value = Number(number);
  return Number.isFinite(value) && quantityOf(String(value)) === quantityOf(number);
};

const isInexact = (found: string): boolean => NUMBER.test(found) && !isExact(found);

/** A number of a client that a JavaScript number would change. */
export class InexactNumber {
  readonly digits: string;
  constructor(digits: string) {
    this.digits = digits;
  }

  /** How messages of GraphQL show it. */
  toJSON(): string {
    return this.digits;
  }
}

const LONG_DIGITS = 16;
const DOT = 0x2e;
const isNumeric = (code: number): boolean => (code >= 0x30 && code <= 0x39) || code === DOT;

/**
 * Whether a number of so many digits may be in a text. Of such a number, one of every 16 characters is a digit or its
 * dot: looking at those alone takes a tenth of the time of a regular expression, and nearly all texts have none.
 */
const mayHaveLong = (text: string): boolean => {
  for (let at = LONG_DIGITS - 1; at < text.length; at += LONG_DIGITS) {
    if (!isNumeric(text.charCodeAt(at))) continue;
    let from = at;
    while (isNumeric(text.charCodeAt(from - 1))) from--;
    while (isNumeric(text.charCodeAt(at))) at++;
    if (at - from < LONG_DIGITS) continue;
    const before = text.charAt(from - 1) === '-' ? from - 2 : from - 1;
    if (before < 0 || /[:[,\s]/.test(text.charAt(before))) return true;
  }
  return false;
};

/**
 * Numbers that would be changed become texts of their digits. One that is short and still too large for a JavaScript
 * number, such as 1e400, is infinite: to look for it would cost every answer, and readers refuse what is infinite.
 * Throws for what is not JSON.
 */
export const parseExactly = (text: string): unknown => {
  if (!mayHaveLong(text)) return JSON.parse(text);
  return JSON.parse(text.replace(LONG, (found) => (isInexact(found) ? `"${found}"` : found)));
};

/** Stands before the digits of a number in a text; no client can know it. */
const MARK = `${randomUUID()} `;

/** Numbers that would be changed become an {@link InexactNumber}. Throws for what is not JSON. */
export const parseTelling = (text: string): unknown => {
  if (!mayHaveLong(text) && !MAY_BE_LARGE.test(text)) return JSON.parse(text);
  let isMarked = false;
  const marked = text.replace(LONG_OR_LARGE, (found) => {
    if (!isInexact(found)) return found;
    isMarked = true;
    return `"${MARK}${found}"`;
  });
  if (!isMarked) return JSON.parse(text);
  return JSON.parse(marked, (_name, value: unknown) =>
    typeof value === 'string' && value.startsWith(MARK) ? new InexactNumber(value.slice(MARK.length)) : value,
  );
};
