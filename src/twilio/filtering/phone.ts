/**
 * Phone numbers as people write them. Twilio stores E.164: a condition on another form would silently never hold, and a
 * write with another form would cost a call that Twilio may refuse or read as another country's number.
 */
import { createRequire } from 'node:module';
import type * as PhoneNumbers from 'libphonenumber-js/min';
import { badInput } from '../../errors.ts';

const E164_OR_SHORT_CODE = /^(\+[1-9]\d{1,14}|\d{3,8})$/;
/** Digits with what people put between them. Patterns, SIP addresses and names are none of these. */
const WRITTEN_BY_PEOPLE = /^(?=.*\d)[\d\s().+\-\u2010-\u2013]+$/;

/** Throws bad input for a number that is written as people do, and proposes its E.164 form. */
export const checkPhone = (operand: string, argument: string): void => {
  if (E164_OR_SHORT_CODE.test(operand) || !WRITTEN_BY_PEOPLE.test(operand)) return;
  const proposal = e164Of(operand);
  throw badInput(
    argument,
    `must be in E.164 form, which is how Twilio stores numbers${proposal ? `: ${proposal}` : ', such as +14155550100'}`,
  );
};

/** The library and its table of countries take a while to load, and only a mistake needs them. */
const require = createRequire(import.meta.url);

const e164Of = (text: string): string | undefined => {
  const { parsePhoneNumberFromString } = require('libphonenumber-js/min') as typeof PhoneNumbers;
  const known = parsePhoneNumberFromString(text);
  if (known) return known.number;
  const national = parsePhoneNumberFromString(text, 'US');
  return national?.isPossible() ? `${national.number} if it is a number of the US or Canada` : undefined;
};
