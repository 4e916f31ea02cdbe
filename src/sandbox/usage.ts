/** Usage and cost of an account, computed from its rows. */

import { groupBy } from '../model/index.ts';
import { DAY } from './clock.ts';
import { channelOf, ownedNumber } from './phone.ts';
import { NUMBER_PRICES } from './rates.ts';
import type { Row, Values } from './store.ts';
import type { World } from './world.ts';

interface Category {
  readonly name: string;
  readonly about: string;
  readonly countUnit: string;
  readonly usageUnit: string;
}
const category = (name: string, about: string, countUnit: string, usageUnit: string): Category => ({
  name,
  about,
  countUnit,
  usageUnit,
});
export const CATEGORIES: readonly Category[] = [
  category('calls', 'Voice Minutes', 'calls', 'minutes'),
  category('calls-inbound', 'Inbound Voice Minutes', 'calls', 'minutes'),
  category('calls-inbound-local', 'Inbound Local Calls', 'calls', 'minutes'),
  category('calls-inbound-mobile', 'Inbound Mobile Calls', 'calls', 'minutes'),
  category('calls-inbound-tollfree', 'Inbound Toll Free Calls', 'calls', 'minutes'),
  category('calls-outbound', 'Outbound Voice Minutes', 'calls', 'minutes'),
  category('channels', 'Channels Messages', 'messages', 'messages'),
  category('mms', 'MMS', 'messages', 'messages'),
  category('mms-inbound', 'Inbound MMS', 'messages', 'messages'),
  category('mms-outbound', 'Outbound MMS', 'messages', 'messages'),
  category('phonenumbers', 'Phone Numbers', 'numbers', 'numbers'),
  category('phonenumbers-local', 'Local PhoneNumbers', 'numbers', 'numbers'),
  category('phonenumbers-mobile', 'Mobile PhoneNumbers', 'numbers', 'numbers'),
  category('phonenumbers-tollfree', 'Toll Free PhoneNumbers', 'numbers', 'numbers'),
  category('recordings', 'Recordings', 'recordings', 'minutes'),
  category('sms', 'SMS', 'messages', 'segments'),
  category('sms-inbound', 'Inbound SMS', 'messages', 'segments'),
  category('sms-outbound', 'Outbound SMS', 'messages', 'segments'),
  category('transcriptions', 'Transcriptions', 'transcriptions', 'minutes'),
  category('totalprice', 'Total Price', '', 'usd'),
];

/** One billed item: its time, categories and amount. */
interface Charge {
  readonly at: Date;
  readonly as: readonly string[];
  readonly usage: number;
  /** In units of 0.00001 dollars, so that sums are exact. */
  readonly cost: number;
}
const UNIT = 100_000;
const costOf = (price: unknown): number => Math.round(Math.abs(Number(price)) * UNIT);
const minutes = (row: Row): number => Math.ceil(Number(row.values.duration) / 60);
const isInbound = (row: Row): boolean => row.values.direction === 'inbound';

const callCharge = (world: World, row: Row): Omit<Charge, 'at' | 'cost'> => {
  const type = ownedNumber(world, row.parents[0] ?? '', String(row.values.to))?.values.type ?? 'local';
  const as = isInbound(row) ? ['calls', 'calls-inbound', `calls-inbound-${type}`] : ['calls', 'calls-outbound'];
  return { as, usage: minutes(row) };
};
const messageCharge = (_: World, row: Row): Omit<Charge, 'at' | 'cost'> => {
  if (channelOf(String(row.values.to))) return { as: ['channels'], usage: 1 };
  const [kind, usage] = Number(row.values.numMedia) > 0 ? ['mms', 1] : ['sms', Number(row.values.numSegments)];
  return { as: [kind, `${kind}-${isInbound(row) ? 'inbound' : 'outbound'}`], usage };
};
const billed: Readonly<Record<string, (world: World, row: Row) => Omit<Charge, 'at' | 'cost'>>> = {
  Call: callCharge,
  Message: messageCharge,
  Recording: (_, row) => ({ as: ['recordings'], usage: minutes(row) }),
  Transcription: (_, row) => ({ as: ['transcriptions'], usage: minutes(row) }),
};

/** A number is charged on the day of purchase and every 30 days after. */
const rent = (world: World, row: Row): Charge[] => {
  const type = String(row.values.type);
  const as = ['phonenumbers', `phonenumbers-${type}`];
  const end = (row.gone ? (row.values.dateUpdated as Date) : world.clock.now).getTime();
  const charges: Charge[] = [];
  for (let at = (row.values.dateCreated as Date).getTime(); at <= end; at += 30 * DAY)
    charges.push({ at: new Date(at), as, usage: 1, cost: costOf(NUMBER_PRICES[type] ?? 0) });
  return charges;
};

const chargesOf = (world: World, account: string, withSubaccounts: boolean): Charge[] => {
  const counts = ({ parents: [owner = ''] }: Row) =>
    owner === account ||
    (withSubaccounts && world.store.find('Account', [], owner)?.values.ownerAccountSid === account);
  const charges = world.store
    .all('IncomingPhoneNumber')
    .filter(counts)
    .flatMap((row) => rent(world, row));
  for (const [type, charge] of Object.entries(billed))
    for (const row of world.store.all(type))
      if (row.values.price && counts(row))
        charges.push({ ...charge(world, row), at: row.values.dateCreated as Date, cost: costOf(row.values.price) });
  return charges;
};

/** Total cost of the account so far, in dollars. */
export const spent = (world: World, account: string): number =>
  chargesOf(world, account, true).reduce((sum, { cost }) => sum + cost, 0) / UNIT;

/** First and last day as YYYY-MM-DD. */
export type Period = readonly [first: string, last: string];
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

export interface Question {
  readonly account: string;
  readonly withSubaccounts: boolean;
  readonly category: string | undefined;
}

interface Tally {
  count: number;
  usage: number;
  cost: number;
}
const tally = (charges: readonly Charge[]): ReadonlyMap<string, Tally> => {
  const tallies = new Map<string, Tally>();
  for (const { as, usage, cost } of charges)
    for (const name of as) {
      const known = tallies.get(name) ?? { count: 0, usage: 0, cost: 0 };
      tallies.set(name, { count: known.count + 1, usage: known.usage + usage, cost: known.cost + cost });
    }
  const all = charges.reduce((sum, { cost }) => sum + cost, 0);
  return tallies.set('totalprice', { count: 0, usage: all / UNIT, cost: all });
};

/** One record for each period and category, in the order of the periods. */
export const usageOf = (world: World, question: Question, periods: readonly Period[]): Values[] => {
  const { account, category: only } = question;
  const charges = chargesOf(world, account, question.withSubaccounts);
  const byDay = groupBy(charges, ({ at }) => dayOf(at));
  const days = [...byDay.keys()];
  const wanted = CATEGORIES.filter(({ name }) => !only || name === only);
  return periods.flatMap(([startDate, endDate]) => {
    const within = days.filter((day) => day >= startDate && day <= endDate).flatMap((day) => byDay.get(day) ?? []);
    const tallies = tally(within);
    return wanted.map(({ name, about, countUnit, usageUnit }) => {
      const { count, usage, cost } = tallies.get(name) ?? { count: 0, usage: 0, cost: 0 };
      return {
        accountSid: account,
        category: name,
        description: about,
        startDate,
        endDate,
        count,
        countUnit,
        usage,
        usageUnit,
        price: (cost / UNIT).toFixed(5),
        priceUnit: 'usd',
        asOf: world.clock.now,
        apiVersion: '2010-04-01',
      };
    });
  });
};
