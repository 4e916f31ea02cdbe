/** Dialing permissions countries. */
import { entity, t } from '../../../../model/index.ts';
import { VoiceDialingPermissions } from '../dialingPermissions.ts';

export const DialingPermissionsCountry = entity('DialingPermissionsCountry', {
  in: VoiceDialingPermissions,
  at: 'countries',
  key: 'isoCode',
  plural: 'dialingPermissionsCountries',
  inside: ['dialingPermissionsCountry', 'dialingPermissionsCountries'],
  about: 'Whether a country may be called, and its risky numbers.',
  fields: {
    isoCode: t.string,
    name: t.string,
    continent: t.string,
    countryCodes: t.string.list,
    lowRiskNumbersEnabled: t.boolean,
    highRiskSpecialNumbersEnabled: t.boolean,
    highRiskTollfraudNumbersEnabled: t.boolean,
    url: t.omit,
    links: t.omit,
  },
  filters: {
    isoCode: t.equal,
    continent: t.equal,
    countryCode: t.string,
    lowRiskNumbersEnabled: t.equal,
    highRiskSpecialNumbersEnabled: t.equal,
    highRiskTollfraudNumbersEnabled: t.equal,
  },
  fetch: true,
});
