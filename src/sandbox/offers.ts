/** Phone numbers for sale, only from ranges that are reserved for fiction, so that nobody owns them. */

export type NumberType = 'local' | 'mobile' | 'tollfree' | 'national';

/** A range of numbers: their prefix, and the number of digits after it. */
interface Range {
  readonly country: string;
  readonly type: NumberType;
  readonly prefix: string;
  readonly digits: number;
  readonly first: number;
  readonly last: number;
  readonly region?: string;
  readonly locality?: string;
  readonly postalCode?: string;
  readonly rateCenter?: string;
  readonly lata?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly addressRequirements: 'none' | 'any' | 'local' | 'foreign';
  readonly mms: boolean;
  readonly sms: boolean;
}

const northAmerican = (
  country: string,
  areaCode: number,
  locality: string,
  region: string,
  [postalCode, rateCenter, lata]: readonly [string, string, string],
  [latitude, longitude]: readonly [number, number],
): Range => ({
  country,
  type: 'local',
  prefix: `+1${areaCode}55501`,
  digits: 2,
  first: 0,
  last: 99,
  locality,
  region,
  postalCode,
  rateCenter,
  lata,
  latitude,
  longitude,
  addressRequirements: 'none',
  sms: true,
  mms: true,
});
const tollFree = (areaCode: number): Range => ({
  country: 'US',
  type: 'tollfree',
  prefix: `+1${areaCode}55501`,
  digits: 2,
  // Only one number of each toll-free code is reserved for fiction.
  first: 99,
  last: 99,
  addressRequirements: 'none',
  sms: true,
  mms: true,
});
const elsewhere = (
  country: string,
  type: NumberType,
  prefix: string,
  digits: number,
  addressRequirements: Range['addressRequirements'],
  locality?: string,
): Range => ({
  country,
  type,
  prefix,
  digits,
  first: 0,
  last: 10 ** digits - 1,
  ...(locality && { locality }),
  addressRequirements,
  sms: type === 'mobile',
  mms: false,
});

const ranges: readonly Range[] = [
  northAmerican('US', 212, 'New York', 'NY', ['10001', 'NWYRCYZN01', '132'], [40.7128, -74.006]),
  northAmerican('US', 312, 'Chicago', 'IL', ['60601', 'CHICAGO', '358'], [41.8781, -87.6298]),
  northAmerican('US', 415, 'San Francisco', 'CA', ['94102', 'SNFC CNTRL', '722'], [37.7749, -122.4194]),
  northAmerican('US', 512, 'Austin', 'TX', ['78701', 'AUSTIN', '558'], [30.2672, -97.7431]),
  northAmerican('US', 617, 'Boston', 'MA', ['02108', 'BOSTON', '128'], [42.3601, -71.0589]),
  northAmerican('US', 786, 'Miami', 'FL', ['33101', 'MIAMI', '460'], [25.7617, -80.1918]),
  ...[800, 833, 844, 855, 866, 877, 888].map(tollFree),
  northAmerican('CA', 416, 'Toronto', 'ON', ['M5H', 'TORONTO', '888'], [43.6532, -79.3832]),
  northAmerican('CA', 604, 'Vancouver', 'BC', ['V5K', 'VANCOUVER', '888'], [49.2827, -123.1207]),
  elsewhere('GB', 'local', '+442079460', 3, 'any', 'London'),
  elsewhere('GB', 'local', '+441632960', 3, 'any'),
  elsewhere('GB', 'mobile', '+447700900', 3, 'any'),
  elsewhere('GB', 'tollfree', '+448081570', 3, 'none'),
  elsewhere('GB', 'national', '+443069990', 3, 'any'),
  elsewhere('DE', 'local', '+493023125', 3, 'local', 'Berlin'),
  elsewhere('DE', 'local', '+496990009', 3, 'local', 'Frankfurt am Main'),
  elsewhere('DE', 'mobile', '+49176040690', 2, 'local'),
  elsewhere('FR', 'local', '+331990012', 2, 'local', 'Paris'),
  elsewhere('FR', 'mobile', '+336399812', 2, 'local'),
];

export const COUNTRIES: Readonly<Record<string, string>> = {
  US: 'United States',
  CA: 'Canada',
  GB: 'United Kingdom',
  DE: 'Germany',
  FR: 'France',
};

/** A number on offer, with the names of the descriptor's fields. */
export interface Offer {
  readonly phoneNumber: string;
  readonly isoCountry: string;
  readonly addressRequirements: string;
  readonly capabilities: Capabilities;
  readonly [field: string]: unknown;
}
export type Capabilities = Readonly<Record<'voice' | 'sms' | 'mms' | 'fax', boolean>>;

const numbersOf = (range: Range): readonly Offer[] => {
  const { country: isoCountry, type, prefix, digits, first, last, mms, sms, ...place } = range;
  const capabilities = { voice: true, sms, mms, fax: false };
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const phoneNumber = prefix + String(first + i).padStart(digits, '0');
    return { phoneNumber, isoCountry, type, capabilities, ...place };
  });
};

/** All numbers of a type in a country, including those already bought. */
export const offersOf = (country: string, type: string): readonly Offer[] =>
  ranges.filter((range) => range.country === country && range.type === type).flatMap(numbersOf);

/** The offer of a phone number, also if it has been bought. */
export const offerOf = (phoneNumber: string): Offer | undefined =>
  ranges
    .filter(({ prefix, digits }) => phoneNumber.startsWith(prefix) && phoneNumber.length === prefix.length + digits)
    .flatMap(numbersOf)
    .find((offer) => offer.phoneNumber === phoneNumber);
