/** Fields and filters of numbers on sale, which are the same for all types of number. */
import { t } from '../../../../../model/index.ts';
import { capabilities } from '../capabilities.ts';

/** Each of these excludes numbers with some address requirements, if it is true. */
const excludes = (...requirements: readonly string[]) =>
  t.boolean.checkedBy(
    'address_requirements',
    (found, wanted) => wanted === false || !requirements.includes(String(found)),
  );

export const available = {
  type: 'AvailablePhoneNumber',
  sample: true as const,
  about: 'A phone number on sale.',
  fields: {
    phoneNumber: t.phone.always.about(
      'The number on sale, in E.164 format. Pass it to `incomingPhoneNumberCreate` to buy it.',
    ),
    friendlyName: t.string.pii.about('The number in its national format.'),
    isoCountry: t.string,
    region: t.string.about('Two-letter state or province; null outside the US and Canada.'),
    locality: t.string.about('Town or city; null if the number belongs to none.'),
    postalCode: t.string.about('ZIP or postal code; null outside the US and Canada.'),
    rateCenter: t.string.about('Rate center, the area by which calls are priced; null outside the US and Canada.'),
    lata: t.string.about('Local access and transport area; null outside the US and Canada.'),
    latitude: t.float.about('Degrees north; null outside the US and Canada.'),
    longitude: t.float.about('Degrees east; null outside the US and Canada.'),
    addressRequirements: t
      .enum('none', 'any', 'local', 'foreign')
      .about('Which address the buyer needs: none, any address, one in the country of the number, or one abroad.'),
    capabilities,
    beta: t.boolean,
  },
  filters: {
    beta: t.equal,
    areaCode: t.digits
      .checkedBy('phone_number', (found, wanted) => String(found).startsWith(`+1${wanted}`))
      .about('Only numbers with this area code. US and Canada only.'),
    contains: t.string.about(
      'Pattern of 2 to 16 characters: digits, letters of the keypad, `*` for any single character, ' +
        '`%` for any characters at the start or end, `+` for the start of the number, `$` for its end.',
    ),
    voiceEnabled: t.boolean.checkedAt('capabilities', 'voice').about('Only numbers with, or without, voice.'),
    smsEnabled: t.boolean.checkedAt('capabilities', 'sms').about('Only numbers with, or without, SMS.'),
    mmsEnabled: t.boolean.checkedAt('capabilities', 'mms').about('Only numbers with, or without, MMS.'),
    faxEnabled: t.boolean.checkedAt('capabilities', 'fax').about('Only numbers with, or without, fax.'),
    excludeAllAddressRequired: excludes('any', 'local', 'foreign').about('Excludes numbers that require any address.'),
    excludeLocalAddressRequired: excludes('local').about('Excludes numbers that require an address in the country.'),
    excludeForeignAddressRequired: excludes('foreign').about('Excludes numbers that require an address abroad.'),
    nearNumber: t.phone.about('Only numbers near the location of this number. US and Canada only.'),
    nearLatLong: t.string.about(
      'Only numbers near this point, as latitude and longitude: `40.71,-74.01`. US and Canada only.',
    ),
    distance: t.int.about('Radius of `nearNumber` and `nearLatLong` in miles, at most 500. Default: 25.'),
    inPostalCode: t.string
      .checkedAt('postal_code')
      .about('Only numbers in this postal code. With `nearNumber`, defaults to its postal code. US and Canada only.'),
    inRegion: t.string
      .checkedAt('region')
      .about('Only numbers in this state or province. With `nearNumber`, defaults to its region. US and Canada only.'),
    inRateCenter: t.string
      .checkedAt('rate_center')
      .about('Only numbers in this rate center; requires `inLata`. US and Canada only.'),
    inLata: t.string
      .checkedAt('lata')
      .about('Only numbers in this LATA. With `nearNumber`, defaults to its LATA. US and Canada only.'),
    inLocality: t.string.about('Only numbers in this town or city. With `nearNumber`, defaults to its locality.'),
  },
};
