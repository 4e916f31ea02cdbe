/** Postal addresses, which regulators and emergency services require for some phone numbers. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

const street = t.string.pii.about('Street and house number.');
const streetSecondary = t.string.pii.about('Second line of the street address, such as an apartment, floor or suite.');
const city = t.string.pii.about('Town or city.');
const region = t.string.about('State, province or region.');
const postalCode = t.string.pii.about('ZIP or postal code.');
const customerName = t.string.pii.about('The person or company at this address.');
const emergencyEnabled = t.boolean.about('Whether emergency calls can be made with this address.');
const autoCorrectAddress = t.boolean.about('Whether Twilio may correct the address. Default: true.');

export const Address = entity('Address', {
  in: Account,
  at: 'addresses',
  sid: 'AD',
  about: 'A postal address on file with Twilio. Some countries require one to buy a phone number.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    friendlyName: t.string.pii,
    customerName,
    street,
    streetSecondary,
    city,
    region,
    postalCode,
    isoCountry: t.string,
    validated: t.boolean.about(
      'Whether the address passed the checks for its country; also false for countries without checks.',
    ),
    verified: t.boolean.about('Whether the address was verified; also false if no verification is required.'),
    emergencyEnabled,
    dateCreated: t.dateTime.always,
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
