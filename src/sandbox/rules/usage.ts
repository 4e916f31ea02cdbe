/** Usage records for every period, and usage triggers. */
import { DAY } from '../clock.ts';
import { invalid } from '../errors.ts';
import type { Rule, Scene } from '../rule.ts';
import { CATEGORIES, dayOf, type Period, usageOf } from '../usage.ts';

const month = (year: number, index: number): Period => [
  dayOf(new Date(Date.UTC(year, index, 1))),
  dayOf(new Date(Date.UTC(year, index + 1, 0))),
];

/** The periods of one length that overlap a span, latest first, clipped to the span. */
const stepping =
  (periodOf: (day: Date) => Period) =>
  ([first, last]: Period): Period[] => {
    const periods: Period[] = [];
    for (let day = last; day >= first; ) {
      const [start, end] = periodOf(new Date(day));
      periods.push([start > first ? start : first, end < last ? end : last]);
      day = dayOf(new Date(Date.parse(start) - DAY));
    }
    return periods;
  };
const daily = (day: Date): Period => [dayOf(day), dayOf(day)];
const monthly = (day: Date): Period => month(day.getUTCFullYear(), day.getUTCMonth());
const yearly = (day: Date): Period => [`${day.getUTCFullYear()}-01-01`, `${day.getUTCFullYear()}-12-31`];

/** The periods of each list, by its name in the SDK. */
const lists: Readonly<Record<string, (span: Period, today: Date) => readonly Period[]>> = {
  records: (span) => [span],
  allTime: (span) => [span],
  daily: stepping(daily),
  monthly: stepping(monthly),
  yearly: stepping(yearly),
  today: (_, today) => [daily(today)],
  yesterday: (_, today) => [daily(new Date(today.getTime() - DAY))],
  thisMonth: (_, today) => [monthly(today)],
  lastMonth: (_, today) => [month(today.getUTCFullYear(), today.getUTCMonth() - 1)],
};

/** The requested days, clipped to the account's lifetime. */
const spanOf = ({ world, parents, query }: Scene): Period => {
  const opened = dayOf(world.store.find('Account', [], parents[0] ?? '')?.values.dateCreated as Date);
  const today = dayOf(world.clock.now);
  const [first, last] = [query.get('StartDate') || opened, query.get('EndDate') || today];
  return [first > opened ? first : opened, last < today ? last : today];
};

export const UsageRecord: Rule = {
  rows(scene) {
    const { world, entity, parents, query } = scene;
    const category = query.get('Category') || undefined;
    const question = {
      account: parents[0] ?? '',
      category,
      withSubaccounts: query.get('IncludeSubaccounts') !== 'false',
    };
    const periods = lists[entity.at]?.(spanOf(scene), world.clock.now) ?? [];
    const path = world.router.listOf(entity.name, parents);
    return usageOf(world, question, periods).map((record) => ({
      ...record,
      uri: `${path}?Category=${record.category}&StartDate=${record.startDate}&EndDate=${record.endDate}`,
    }));
  },
};

const recurrences: Readonly<Record<string, (today: Date) => Period>> = { daily, monthly, yearly };

export const UsageTrigger: Rule = {
  create({ usageCategory, triggerBy }) {
    if (!CATEGORIES.some(({ name }) => name === usageCategory))
      throw invalid('UsageCategory', `'${usageCategory}' is no category of usage`);
    return { triggerBy: triggerBy ?? 'usage' };
  },
  shows({ parents: [account = ''], values }, world) {
    const category = String(values.usageCategory);
    const span: Period = ['0000-01-01', '9999-12-31'];
    const period = recurrences[String(values.recurring)]?.(world.clock.now) ?? span;
    const [record] = usageOf(world, { account, category, withSubaccounts: true }, [period]);
    const path = world.router.listOf('UsageRecord', [account]);
    return {
      currentValue: record?.[String(values.triggerBy)] ?? '0',
      usageRecordUri: `${path}?Category=${category}`,
    };
  },
};
