/** Postal addresses: what regulators and emergency services want to know of a number's holder. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

const street = t.string.pii.about('Street and house number.');
const streetSecondary = t.string.pii.about('Second line of the street address: a flat, a floor, a suite.');
const city = t.string.pii.about('Town or city.');
const region = t.string.about('State, province or region.');
const postalCode = t.string.pii.about('ZIP or postal code.');
const customerName = t.string.pii.about('The person or company at this address.');
const emergencyEnabled = t.boolean.about('Whether emergency calls can be sent out under this address.');
const autoCorrectAddress = t.boolean.about('Whether Twilio may correct what looks misspelt; true by default.');

export const Address = entity('Address', {
  in: Account,
  at: 'addresses',
  sid: 'AD',
  about: 'A postal address on file with Twilio. Some countries demand one before a phone number may be bought.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string.pii,
    customerName,
    street,
    streetSecondary,
    city,
    region,
    postalCode,
    isoCountry: t.string,
    validated: t.boolean.about(
      'Whether the address passed the checks of its country; false also where there are none.',
    ),
    verified: t.boolean.about('Whether the address was proven to be real; false also where no proof is asked for.'),
    emergencyEnabled,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  batch: 'whole',
  filters: { customerName: t.equal, friendlyName: t.equal, emergencyEnabled: t.equal, isoCountry: t.equal },
  create: {
    customerName: customerName.required,
    street: street.required,
    streetSecondary,
    city: city.required,
    region: region.required,
    postalCode: postalCode.required,
    isoCountry: t.string.required,
    friendlyName: t.string.pii,
    emergencyEnabled,
    autoCorrectAddress,
  },
  update: {
    customerName,
    street,
    streetSecondary,
    city,
    region,
    postalCode,
    friendlyName: t.string.pii,
    emergencyEnabled,
    autoCorrectAddress,
  },
  remove: true,
  fetch: true,
});
