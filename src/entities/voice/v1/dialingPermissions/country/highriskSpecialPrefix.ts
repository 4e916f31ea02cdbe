/** High-risk prefixes of a country. */
import { entity, t } from '../../../../../model/index.ts';
import { DialingPermissionsCountry } from '../country.ts';

export const DialingPermissionsHighRiskPrefix = entity('DialingPermissionsHighRiskPrefix', {
  in: DialingPermissionsCountry,
  at: 'highriskSpecialPrefixes',
  one: 'highRiskPrefix',
  plural: 'highRiskPrefixes',
  inside: ['highRiskPrefix', 'highRiskPrefixes'],
  aboutList: 'Prefixes of special numbers in a country that can be expensive to call.',
  about: 'A prefix of special numbers in a country that can be expensive to call.',
  fields: { prefix: t.string.about("First digits of the numbers, with the country's calling code.") },
  filters: {},
});
