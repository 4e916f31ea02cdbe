/** The seed's accounts and their configuration: numbers, caller IDs, addresses, applications, triggers. */
import { offerOf } from '../offers.ts';
import { pretty } from '../phone.ts';
import { bought } from '../rules/number.ts';
import { hex, sidOf } from '../sids.ts';
import { ACCOUNT, DOCUMENTED, type SeedBuilder, TOKEN } from './builder.ts';
import { AGENTS, NUMBERS, type Person, SUBACCOUNT_NUMBER } from './people.ts';

export const SUBACCOUNT = sidOf('AC', 'subaccount');
export const numberSid = (number: string): string =>
  number === NUMBERS[0].number ? DOCUMENTED.number : sidOf('PN', number);
export const callerIdSid = (number: string): string =>
  number === AGENTS[0].number ? DOCUMENTED.callerId : sidOf('PN', `caller ${number}`);

const OPENED = 190;

export const addAccount = (seed: SeedBuilder): void => {
  const ago = (days: number) => seed.daysAgo(days);
  seed.add('Account', [], {
    ...{ sid: ACCOUNT, ownerAccountSid: ACCOUNT, authToken: TOKEN, type: 'Full' },
    ...{ friendlyName: 'Sandbox (nothing here is real)', dateCreated: ago(OPENED) },
  });
  seed.add('Account', [], {
    ...{ sid: SUBACCOUNT, ownerAccountSid: ACCOUNT, authToken: hex(`token ${SUBACCOUNT}`), type: 'Full' },
    ...{ friendlyName: 'Sandbox subaccount: pop-up store', dateCreated: ago(60) },
  });

  const office = seed.sid('AD');
  seed.add('Address', [ACCOUNT], {
    ...{ sid: office, friendlyName: 'Head office', customerName: 'Example Repairs Inc.' },
    ...{ street: '1 Example Street', streetSecondary: 'Floor 2', city: 'San Francisco', region: 'CA' },
    ...{ postalCode: '94105', isoCountry: 'US', validated: true, emergencyEnabled: true, dateCreated: ago(180) },
  });
  const berlin = seed.sid('AD');
  seed.add('Address', [ACCOUNT], {
    ...{ sid: berlin, friendlyName: 'Berlin', customerName: 'Example Repairs GmbH' },
    ...{ street: 'Musterstraße 1', city: 'Berlin', region: 'Berlin', postalCode: '10115', isoCountry: 'DE' },
    ...{ validated: true, verified: true, dateCreated: ago(120) },
  });

  const reception = seed.sid('AP');
  seed.add('Application', [ACCOUNT], {
    ...{ sid: reception, friendlyName: 'Reception', dateCreated: ago(170) },
    ...{ voiceUrl: 'https://example.com/voice', smsUrl: 'https://example.com/sms' },
    ...{ statusCallback: 'https://example.com/status' },
  });
  seed.add('Application', [ACCOUNT], {
    ...{ sid: seed.sid('AP'), friendlyName: 'Reminders', dateCreated: ago(90) },
    ...{ messageStatusCallback: 'https://example.com/messages', smsUrl: 'https://example.com/reminders' },
  });

  const addNumber = (account: string, { name, number }: Person, days: number) => {
    const offer = offerOf(number);
    if (!offer) return;
    seed.add('IncomingPhoneNumber', [account], {
      ...bought(offer),
      ...{ sid: numberSid(number), friendlyName: name, dateCreated: ago(days) },
      ...{ voiceUrl: 'https://example.com/voice', smsUrl: offer.capabilities.sms ? 'https://example.com/sms' : null },
      ...(number === NUMBERS[0].number && { voiceApplicationSid: reception, voiceCallerIdLookup: true }),
      ...(number === NUMBERS[0].number && { emergencyStatus: 'Active', emergencyAddressSid: office }),
      ...(number === NUMBERS[0].number && { emergencyAddressStatus: 'registered' }),
      ...(offer.isoCountry === 'DE' && { addressSid: berlin }),
    });
  };
  for (const [i, number] of NUMBERS.entries()) addNumber(ACCOUNT, number, 180 - 15 * i);
  addNumber(SUBACCOUNT, SUBACCOUNT_NUMBER, 55);

  for (const [i, { name, number }] of AGENTS.entries())
    seed.add('OutgoingCallerId', [ACCOUNT], {
      ...{ sid: callerIdSid(number), phoneNumber: number, friendlyName: i < 2 ? name : pretty(number) },
      dateCreated: ago(160 - 20 * i),
    });

  const addTrigger = (values: Readonly<Record<string, string>>, days: number) =>
    seed.add('UsageTrigger', [ACCOUNT], {
      ...{ sid: seed.sid('UT'), callbackUrl: 'https://example.com/usage', dateCreated: ago(days) },
      ...values,
    });
  const limit = (friendlyName: string, usageCategory: string, triggerBy: string, triggerValue: string) => ({
    ...{ friendlyName, usageCategory, triggerBy, triggerValue },
  });
  addTrigger({ ...limit('Budget of the month', 'totalprice', 'price', '100.00'), recurring: 'monthly' }, 100);
  addTrigger({ ...limit('Texts of the day', 'sms', 'count', '500'), recurring: 'daily' }, 80);
  addTrigger({ ...limit('Thousand minutes', 'calls', 'usage', '1000') }, 70);
};
