/** Where a message or call may go: countries by libphonenumber, and kinds of numbers that are never reached by default. */
import { createRequire } from 'node:module';
import type * as PhoneNumbers from 'libphonenumber-js/max';
import { ApiError, badInput } from '../errors.ts';
import { dialled, EMERGENCY, readAddress } from './addresses.ts';

/** Kinds of numbers that have to be allowed by name. */
export const specialKinds = ['premium', 'shared-cost', 'satellite', 'emergency'] as const;
export type SpecialKind = (typeof specialKinds)[number];

/** Where a number is. */
export interface Destination {
  /** ISO code, such as `US`; `undefined` for what is in no country. */
  readonly country: string | undefined;
  readonly special: SpecialKind | undefined;
}

/** International services by calling code: no country answers for them. */
const SERVICES: Readonly<Record<string, SpecialKind>> = {
  '808': 'shared-cost',
  '870': 'satellite',
  '878': 'premium',
  '881': 'satellite',
  '882': 'satellite',
  '883': 'satellite',
  '888': 'premium',
  '979': 'premium',
};
const TYPES: Readonly<Record<string, SpecialKind>> = { PREMIUM_RATE: 'premium', SHARED_COST: 'shared-cost' };

/** The library and its tables take a while to load, and only a send needs them. */
const require = createRequire(import.meta.url);

/** What can stand in no number: letters, and signs that end it or send tones after it. */
const NO_PART = /[\p{L}#*;,]/u;

/** The number that is dialled for a text; without `+`, one of the US or of an emergency. `undefined` for what is none. */
export const e164Of = (text: string): string | undefined => {
  const plain = text.normalize('NFKC');
  if (NO_PART.test(plain) || /(?![0-9])\p{Nd}/u.test(plain)) return undefined;
  const number = dialled(plain.replace(/[^\d+]/g, ''));
  if (EMERGENCY.test(number)) return number;
  const full = number.replace(/^(?=1\d{10}$)/, '+').replace(/^(?=\d{10}$)/, '+1');
  return /^\+[1-9]\d{6,14}$/.test(full) ? full : undefined;
};

const numberOf = (address: string): string | undefined => {
  const reading = readAddress(address);
  return typeof reading === 'object' ? reading.number : undefined;
};

/** Whom an address reaches, whatever the channel: the number, or the address of what is no number. */
export const recipientOf = (address: string): string => numberOf(address) ?? address.trim();

const parse = (number: string) => {
  const { parsePhoneNumberFromString } = require('libphonenumber-js/max') as typeof PhoneNumbers;
  return parsePhoneNumberFromString(number);
};

/** The number in E.164 form that any text is as it stands, with or without a channel; `undefined` for all others. */
export const numberIn = (text: string): string | undefined => {
  if (!/^(?:[a-z][\w.-]*:)?\+[1-9]\d{6,14}$/i.test(text)) return undefined;
  const number = numberOf(text);
  return number !== undefined && parse(number)?.isPossible() ? number : undefined;
};

/** `undefined` for what is no number: a client, a SIP address, a sender ID. */
export const destinationOf = (address: string): Destination | undefined => {
  const number = numberOf(address);
  if (number === undefined) return undefined;
  if (EMERGENCY.test(number)) return { country: undefined, special: 'emergency' };
  const readings = number.startsWith('+') ? [number] : [`+${number}`, `+1${number}`];
  const found = readings.map((each): Destination => {
    const [code = ''] = Object.keys(SERVICES).filter((service) => each.startsWith(`+${service}`));
    if (code) return { country: undefined, special: SERVICES[code] };
    const parsed = parse(each);
    // A number of no known area counts as one of the main country of its calling code, the first of the possible ones.
    const country = parsed?.country ?? (parsed?.isPossible() ? parsed.getPossibleCountries()[0] : undefined);
    return { country, special: TYPES[parsed?.getType() ?? ''] };
  });
  return (
    found.find(({ special }) => special) ??
    found.find(({ country }) => country) ?? { country: undefined, special: undefined }
  );
};

/** `allowed`: ISO codes and kinds of numbers; without codes, all countries. Throws DESTINATION_NOT_ALLOWED. */
export const checkDestination = (
  address: string,
  allowed: readonly string[],
  argument: string,
  setting: string,
): void => {
  const reading = readAddress(address);
  if (reading === 'unreadable' || reading?.isPlain === false)
    throw badInput(argument, 'must be in E.164 form, such as +14155550100');
  const found = destinationOf(address);
  if (!found) return;
  const { country, special } = found;
  const refuse = (what: string, add: string) => {
    throw new ApiError(
      'DESTINATION_NOT_ALLOWED',
      `${argument}: ${what} is not allowed, so nothing was sent. To allow it, add ${add} to ${setting}.`,
      { argument },
    );
  };
  if (special && !allowed.includes(special)) refuse(`a number of the kind ${special}`, special);
  const countries = allowed.filter((each) => /^[A-Z]{2}$/.test(each));
  if (special || countries.length === 0) return;
  if (country === undefined || !countries.includes(country))
    refuse(country ? `a number in ${country}` : 'a number of no known country', country ?? 'its country');
};
