/** The one rule for values from clients: what could not be sent as it is, is refused rather than changed. */
import { badInput } from '../errors.ts';
import { InexactNumber } from '../json/index.ts';

/** NUL, and halves of a surrogate pair: UTF-8 has no form for them. */
const UNSENDABLE = /[\0\p{Surrogate}]/u;

const changed = (argument: string, number: string) =>
  badInput(argument, `must not contain the number ${number}, whose digits would be changed; write it as text`);
const MAX_SHOWN = 60;

/** Throws bad input for text with NUL or a lone surrogate and for numbers that are not exact, also inside lists and objects. */
export const checkText = (value: unknown, argument: string): void => {
  if (typeof value === 'string') {
    if (UNSENDABLE.test(value)) throw badInput(argument, 'must not contain NUL or half of a surrogate pair');
  } else if (value instanceof InexactNumber) {
    const { digits } = value;
    throw changed(argument, digits.length > MAX_SHOWN ? `${digits.slice(0, MAX_SHOWN)}…` : digits);
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw changed(argument, 'given');
  } else if (Array.isArray(value)) {
    for (const each of value) checkText(each, argument);
  } else if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) !== Date.prototype) {
    for (const [name, each] of Object.entries(value)) {
      checkText(name, argument);
      checkText(each, argument);
    }
  }
};
