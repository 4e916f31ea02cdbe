/** Lookup: what each package tells of any number. */
import { pretty } from '../../phone.ts';
import type { Rule } from '../../rule.ts';

const PACKAGES: Readonly<Record<string, readonly [field: string, value: object]>> = {
  caller_name: ['callerName', { caller_name: 'SANDBOX CUSTOMER', caller_type: 'CONSUMER', error_code: null }],
  sim_swap: ['simSwap', { last_sim_swap: { swapped_in_period: false }, carrier_name: 'Sandbox', error_code: null }],
  call_forwarding: ['callForwarding', { call_forwarding_enabled: false, error_code: null }],
  line_type_intelligence: ['lineTypeIntelligence', { carrier_name: 'Sandbox', type: 'mobile', error_code: null }],
  line_status: ['lineStatus', { status: 'active', error_code: null }],
  identity_match: ['identityMatch', { summary_score: 80, error_code: null }],
  reassigned_number: ['reassignedNumber', { is_number_reassigned: 'no', error_code: null }],
  sms_pumping_risk: ['smsPumpingRisk', { carrier_risk_category: 'low', sms_pumping_risk_score: 4, error_code: null }],
};

export const LookupPhoneNumber: Rule = {
  selects(row, { query }) {
    const number = String(row.values.phoneNumber);
    const isValid = /^\+[1-9]\d{6,14}$/.test(number);
    const asked = (query.get('Fields') ?? '').split(',').flatMap((name) => (PACKAGES[name] ? [PACKAGES[name]] : []));
    return {
      ...{ valid: isValid, validationErrors: isValid ? [] : ['NOT_A_NUMBER'], nationalFormat: pretty(number) },
      ...(number.startsWith('+1') && { countryCode: 'US', callingCountryCode: '1' }),
      ...Object.fromEntries(asked),
    };
  },
};
