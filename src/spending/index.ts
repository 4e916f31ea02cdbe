/** What may be spent: destinations, limits, the kill switch and addresses that Twilio is given. */
export { specialKinds } from './destinations.ts';
export { readSwitch, type SendsOff, switchSends } from './killSwitch.ts';
export { parseLimit } from './limits.ts';
export { type CallerSpending, type PaidRead, type Reservation, type Send, Spending } from './spending.ts';
