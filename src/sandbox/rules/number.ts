/** Phone numbers: for sale, purchase, and the account's own. */
import { invalid, TwilioError } from '../errors.ts';
import { asked } from '../filters.ts';
import { COUNTRIES, type Offer, offerOf, offersOf } from '../offers.ts';
import { isNumber, pretty } from '../phone.ts';
import type { Rule, Scene } from '../rule.ts';
import type { Values } from '../store.ts';
import type { World } from '../world.ts';

/** Twilio's magic numbers for tests. */
const INVALID = '+15005550001';
const ALWAYS_FOR_SALE: Offer = {
  phoneNumber: '+15005550006',
  isoCountry: 'US',
  type: 'local',
  addressRequirements: 'none',
  capabilities: { voice: true, sms: true, mms: true, fax: false },
};
const TEST_AREA = '500';

const isTaken = (world: World): ((number: string) => boolean) => {
  const rows = world.store.all('IncomingPhoneNumber').filter((row) => !row.gone);
  const taken = new Set(rows.map((row) => row.values.phoneNumber));
  return (number) => taken.has(number);
};

/** The number type of a list; `undefined` for the list of all types. */
const typeOf = ({ entity }: Scene): string | undefined =>
  entity.name === 'IncomingPhoneNumber' ? undefined : entity.at.toLowerCase();

const choose = (input: Values, scene: Scene): Offer => {
  const taken = isTaken(scene.world);
  if (!input.phoneNumber) {
    const areaCode = String(input.areaCode);
    if (areaCode === TEST_AREA) return ALWAYS_FOR_SALE;
    if (!/^\d{3}$/.test(areaCode)) throw new TwilioError(21451, `Invalid area code ${areaCode}`);
    const free = [...offersOf('US', 'local'), ...offersOf('CA', 'local')].filter(
      ({ phoneNumber }) => phoneNumber.startsWith(`+1${areaCode}`) && !taken(phoneNumber),
    );
    if (!free[0]) throw new TwilioError(21452, `No phone numbers found in area code ${areaCode}`);
    return free[0];
  }
  const number = String(input.phoneNumber);
  if (number === ALWAYS_FOR_SALE.phoneNumber) return ALWAYS_FOR_SALE;
  if (number === INVALID || !isNumber(number)) throw new TwilioError(21421, `${number} is not a valid phone number.`);
  const offer = offerOf(number);
  if (!offer || taken(number)) throw new TwilioError(21422, `${number} is not available.`);
  if (typeOf(scene) && typeOf(scene) !== offer.type)
    throw new TwilioError(21458, `${number} is not a ${scene.entity.at} number`);
  return offer;
};

/** The fields of a number that has just been bought. */
export const bought = ({ phoneNumber, type, addressRequirements, capabilities }: Offer): Values => ({
  phoneNumber,
  type,
  addressRequirements,
  capabilities,
  friendlyName: pretty(phoneNumber),
  status: 'in-use',
  origin: 'twilio',
  voiceReceiveMode: 'voice',
  emergencyStatus: 'Inactive',
  emergencyAddressStatus: 'unregistered',
});

export const IncomingPhoneNumber: Rule = {
  create(input, scene) {
    const values = bought(choose(input, scene));
    return { ...values, friendlyName: input.friendlyName || values.friendlyName };
  },
  /** A number can be moved between a main account and its subaccounts. */
  update(row, { accountSid }, { world, user }) {
    const account = world.store.find('Account', [], String(accountSid || row.parents[0]));
    if (!account) throw new TwilioError(21471, `Account ${accountSid} does not exist`);
    if (account.key !== user && account.values.ownerAccountSid !== user)
      throw new TwilioError(21473, `Account ${accountSid} is not related to the owner of the number`);
    if (account.key !== row.parents[0]) world.store.move(row, [account.key]);
    return { accountSid: account.key };
  },
  listed: (row, scene) => typeOf(scene) === undefined || row.values.type === typeOf(scene),
};

/** Lists of one type omit the type. */
export const IncomingPhoneNumberOfType: Rule = { omits: ['type'] };

/** A number that uses the address, for regulation or for emergencies. */
export const DependentPhoneNumber: Rule = {
  of: 'IncomingPhoneNumber',
  shows: ({ parents, key }, world) => ({ uri: world.router.pathOf('IncomingPhoneNumber', [...parents, key]) }),
};

export const AvailablePhoneNumberCountry: Rule = {
  rows: () => Object.entries(COUNTRIES).map(([countryCode, country]) => ({ countryCode, country, beta: false })),
};

/** Letters as on a telephone keypad. */
const digitOf = (letter: string): string => '22233344455566677778889999'[letter.charCodeAt(0) - 65] ?? '';
/** Twilio's pattern: `*` is any digit, `%` any run of them, `+` the start, `$` the end. */
const pattern = (text: string): RegExp => {
  if (text.length < 2 || text.length > 16) throw invalid('Contains', 'must have 2 to 16 characters');
  const special: Readonly<Record<string, string>> = { '*': '\\d', '%': '\\d*', '+': '^\\+', $: '$' };
  const source = text.toUpperCase().replace(/[^0-9]/g, (each) => special[each] ?? digitOf(each));
  return new RegExp(source);
};

type Test = (offer: Offer, wanted: unknown) => boolean;
const can =
  (what: keyof Offer['capabilities']): Test =>
  (offer, wanted) =>
    offer.capabilities[what] === wanted;
const needsNone =
  (...refused: string[]): Test =>
  (offer, wanted) =>
    wanted === false || !refused.includes(offer.addressRequirements);
const isIn =
  (field: string): Test =>
  (offer, wanted) =>
    String(offer[field] ?? '').toLowerCase() === String(wanted).toLowerCase();
const searches: Readonly<Record<string, Test>> = {
  areaCode: (offer, wanted) => offer.phoneNumber.startsWith(`+1${wanted}`),
  contains: (offer, wanted) => pattern(String(wanted)).test(offer.phoneNumber),
  voiceEnabled: can('voice'),
  smsEnabled: can('sms'),
  mmsEnabled: can('mms'),
  faxEnabled: can('fax'),
  excludeAllAddressRequired: needsNone('any', 'local', 'foreign'),
  excludeLocalAddressRequired: needsNone('local'),
  excludeForeignAddressRequired: needsNone('foreign'),
  inRegion: isIn('region'),
  inLocality: isIn('locality'),
  inPostalCode: isIn('postalCode'),
  inRateCenter: isIn('rateCenter'),
  inLata: isIn('lata'),
};

export const AvailablePhoneNumber: Rule = {
  rows(scene) {
    const { world, entity, parents, query } = scene;
    const taken = isTaken(world);
    const tests = Object.entries(entity.filters ?? {}).flatMap(([name, filter]) => {
      const wanted = 'compares' in filter ? undefined : asked(query, name, filter);
      const test = searches[name];
      return test && wanted !== undefined ? [(offer: Offer) => test(offer, wanted)] : [];
    });
    return offersOf(parents[1] ?? '', typeOf(scene) ?? '')
      .filter((offer) => !taken(offer.phoneNumber) && tests.every((test) => test(offer)))
      .map((offer) => ({ ...offer, friendlyName: pretty(offer.phoneNumber), beta: false }));
  },
};
