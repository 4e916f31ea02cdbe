/** What numbers for sale have in common, whatever their type: one row type and one way to search. */
import { t } from '../../../../../model/index.ts';

export const available = {
  type: 'AvailablePhoneNumber',
  fields: {
    phoneNumber: t.phone.about('The number on offer, in E.164 form; pass it to incomingPhoneNumberCreate to buy it.'),
    friendlyName: t.phone.about('The number as people of its country write it.'),
    isoCountry: t.string,
    region: t.string.about('State or province as two letters; null outside the US and Canada.'),
    locality: t.string.about('Town or city; null where the number belongs to none.'),
    postalCode: t.string.about('ZIP or postal code; null outside the US and Canada.'),
    rateCenter: t.string.about('Rate centre, the area by which calls are priced; null outside the US and Canada.'),
    lata: t.string.about('Local access and transport area; null outside the US and Canada.'),
    latitude: t.float.about('Degrees north; null outside the US and Canada.'),
    longitude: t.float.about('Degrees east; null outside the US and Canada.'),
    addressRequirements: t
      .enum('none', 'any', 'local', 'foreign')
      .about('Which address the buyer must have on file: none, one anywhere, one in the country, or one abroad.'),
    capabilities: t.json,
    beta: t.boolean,
  },
  filters: {
    beta: t.equal,
    areaCode: t.int.about('Only numbers of this area code; US and Canada.'),
    contains: t.string.about(
      'Pattern of 2 to 16 characters: digits, keypad letters, `*` for any one character and ' +
        '`%` for any run of them at either end, `+` for the start of the number, `$` for its end.',
    ),
    voiceEnabled: t.boolean.about('Only numbers that can, or cannot, take calls.'),
    smsEnabled: t.boolean.about('Only numbers that can, or cannot, take text messages.'),
    mmsEnabled: t.boolean.about('Only numbers that can, or cannot, take picture messages.'),
    faxEnabled: t.boolean.about('Only numbers that can, or cannot, take faxes.'),
    excludeAllAddressRequired: t.boolean.about('Leaves out numbers that ask for any address at all.'),
    excludeLocalAddressRequired: t.boolean.about('Leaves out numbers that ask for an address in the country.'),
    excludeForeignAddressRequired: t.boolean.about('Leaves out numbers that ask for an address abroad.'),
    nearNumber: t.phone.about('Only numbers from around the place of this one; US and Canada.'),
    nearLatLong: t.string.about('Only numbers from around this point, written `40.71,-74.01`; US and Canada.'),
    distance: t.int.about('How far `nearNumber` and `nearLatLong` reach, in miles: up to 500, 25 by default.'),
    inPostalCode: t.string.about('Only numbers of this postal code, or of that of the given number; US and Canada.'),
    inRegion: t.string.about('Only numbers of this state or province, or of that of the given number; US and Canada.'),
    inRateCenter: t.string.about('Only numbers of this rate centre; needs `inLata`; US and Canada.'),
    inLata: t.string.about('Only numbers of this LATA, or of that of the given number; US and Canada.'),
    inLocality: t.string.about('Only numbers of this town, or of that of the given number.'),
  },
};
