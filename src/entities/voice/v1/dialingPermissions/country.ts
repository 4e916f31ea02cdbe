/** Dialing permissions countries. */
import { entity, t } from '../../../../model/index.ts';
import { VoiceDialingPermissions } from '../dialingPermissions.ts';

export const DialingPermissionsCountry = entity('DialingPermissionsCountry', {
  in: VoiceDialingPermissions,
  at: 'countries',
  key: 'isoCode',
  plural: 'dialingPermissionsCountries',
  inside: ['dialingPermissionsCountry', 'dialingPermissionsCountries'],
  about: 'Which numbers of a country may be called: ordinary, special and risky ones.',
  fields: {
    isoCode: t.string.about('Two-letter ISO 3166-1 country code, such as US.'),
    name: t.string,
    continent: t.string.about('Name of the continent, such as Europe.'),
    countryCodes: t.string.list.about('Calling codes of the country, such as +44.'),
    lowRiskNumbersEnabled: t.boolean.about('Whether ordinary numbers of the country can be called.'),
    highRiskSpecialNumbersEnabled: t.boolean.about(
      'Whether premium and other special numbers of the country can be called. They can be expensive.',
    ),
    highRiskTollfraudNumbersEnabled: t.boolean.about(
      'Whether numbers with prefixes known for toll fraud can be called. They can be very expensive.',
    ),
    url: t.omit,
    links: t.omit,
  },
  filters: {
    isoCode: t.equal,
    continent: t.equal,
    countryCode: t.string.about('Calling code of the country, such as +44.'),
    lowRiskNumbersEnabled: t.equal,
    highRiskSpecialNumbersEnabled: t.equal,
    highRiskTollfraudNumbersEnabled: t.equal,
  },
  fetch: true,
});
