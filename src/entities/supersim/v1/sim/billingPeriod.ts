/** Billing periods of a SIM. */
import { entity, t } from '../../../../model/index.ts';
import { SupersimSim } from '../sim.ts';

export const SupersimBillingPeriod = entity('SupersimBillingPeriod', {
  in: SupersimSim,
  at: 'billingPeriods',
  inside: ['billingPeriod', 'billingPeriods'],
  about: 'A period for which a SIM was charged.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    simSid: t.ref('SupersimSim'),
    startTime: t.dateTime.about('First moment of the period.'),
    endTime: t.dateTime.about('End of the period.'),
    periodType: t.enum('ready', 'active').about('Whether the SIM was ready or active during the period.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  filters: {},
});
