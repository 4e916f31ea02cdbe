/** The one rule for text from clients: what cannot be encoded, or would end a string early, is refused rather than changed. */
import { badInput } from '../errors.ts';

/** NUL, and halves of a surrogate pair: UTF-8 has no form for them. */
const UNSENDABLE = /[\0\p{Surrogate}]/u;

/** Throws bad input for text with NUL or a lone surrogate, also inside lists and objects. */
export const checkText = (value: unknown, argument: string): void => {
  if (typeof value === 'string') {
    if (UNSENDABLE.test(value)) throw badInput(argument, 'must not contain NUL or half of a surrogate pair');
  } else if (Array.isArray(value)) {
    for (const each of value) checkText(each, argument);
  } else if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) !== Date.prototype) {
    for (const [name, each] of Object.entries(value)) {
      checkText(name, argument);
      checkText(each, argument);
    }
  }
};
