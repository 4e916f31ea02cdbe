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

/** Channels whose addresses are numbers; those of others may be any text. */
const CHANNEL = /^[\p{Cf}\p{Z}\s]*(?:whatsapp|rcs|sms|mms|tel):/iu;
const splitChannel = (address: string): readonly [channel: string, number: string] => {
  const [channel = ''] = CHANNEL.exec(address) ?? [];
  return [channel, address.slice(channel.length)];
};

/** What only looks like a blank, a digit or a plus, or like nothing. */
const plainOf = (text: string): string => text.normalize('NFKC').replace(/[\p{Cf}\p{Z}\s]/gu, '');

/** Numbers with stars for any digits, where a list takes them. */
const PATTERN = /^\+[\d*]*\*[\d*]*$/;

/** A plus begins nothing but a number, so that what follows one is all digits. */
const isNumberWrittenOtherwise = (number: string): boolean => {
  if (E164_OR_SHORT_CODE.test(number) || PATTERN.test(number)) return false;
  const plain = plainOf(number);
  return WRITTEN_BY_PEOPLE.test(number) || plain.startsWith('+') || (plain !== number && WRITTEN_BY_PEOPLE.test(plain));
};

/** Throws bad input for a number that is written as people do or with something after it, also behind a channel, and proposes its E.164 form. */
export const checkPhone = (operand: string, argument: string): void => {
  const [channel, number] = splitChannel(operand);
  if (!isNumberWrittenOtherwise(number)) return;
  const proposal = e164Of(plainOf(number)) ?? '';
  throw badInput(
    argument,
    `must be in E.164 form, which is how Twilio stores numbers${proposal ? `: ${channel}${proposal}` : `, such as ${channel}+14155550100`}`,
  );
};

/** What people put between digits, and Twilio does not store. */
const BETWEEN = /[^\d+]/g;
/** Shorter parts without a plus, and those that begin with a hyphen or a dot, may be of a client's name or an address. */
const LIKE_A_NUMBER = /^(?:\+|[(\d](?:\D*\d){6,}$)/;
/** Of an IP address, such as one of SIP: no part of it is as long as the last one of a number. */
const IP_DIGITS = /^\d{0,3}(\.\d{0,3})+$/;

/** Throws bad input for a part of a number that is written as people do: no number that Twilio stores has such a part. */
export const checkPartOfPhone = (operand: string, argument: string): void => {
  const [channel, part] = splitChannel(operand);
  if (!WRITTEN_BY_PEOPLE.test(part) || !LIKE_A_NUMBER.test(part) || IP_DIGITS.test(part)) return;
  const digits = part.replace(BETWEEN, '');
  if (digits !== part)
    throw badInput(
      argument,
      `must have no blanks, brackets, dots or hyphens between digits, as Twilio stores none: ${channel}${digits}`,
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
