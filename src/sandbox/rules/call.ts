/** Calls: validation, changes while they run, feedback. */
import { groupBy } from '../../model/index.ts';
import { invalid, TwilioError } from '../errors.ts';
import { endCall, isOver, mayCallFrom, outgoing, ring } from '../lifecycle.ts';
import { isNumber } from '../phone.ts';
import type { Rule } from '../rule.ts';
import { sidOf } from '../sids.ts';
import type { Row, Values } from '../store.ts';
import type { World } from '../world.ts';

/** Twilio's magic numbers for tests. */
const CALLED: Readonly<Record<string, readonly [number, string]>> = {
  '+15005550001': [21217, 'The phone number you are attempting to call, +15005550001, is not valid.'],
  '+15005550002': [21214, 'The phone number you are attempting to call, +15005550002, cannot be reached.'],
  '+15005550003': [21215, 'Account not authorized to call +15005550003.'],
  '+15005550004': [21216, 'Account not allowed to call +15005550004.'],
};
const TEST_CALLER = '+15005550006';

/** Throws unless the account may place this call. */
export const checkCall = (world: World, account: string, input: Values): void => {
  const to = String(input.to);
  const from = String(input.from);
  const reason = CALLED[to];
  if (reason) throw new TwilioError(...reason);
  if (!isNumber(to) && !/^(client|sip|sim|app):./.test(to))
    throw new TwilioError(21211, `The phone number you are attempting to call, ${to}, is not valid.`);
  if (from === '+15005550001' || !/^(\+\d+|(client|sip|sim):.+)$/.test(from))
    throw new TwilioError(21212, `The source phone number provided, ${from}, is not valid.`);
  if (from !== TEST_CALLER && !mayCallFrom(world, account, from))
    throw new TwilioError(21210, `The source phone number provided, ${from}, is not yet verified for your account.`);
};

export const Call: Rule = {
  codes: {
    to: [21201, "No 'To' number is specified"],
    from: [21213, "No 'From' number is specified"],
    url: [21205, 'Url parameter is required.'],
  },
  create(input, { world, parents: [account = ''] }) {
    checkCall(world, account, input);
    return outgoing(world, account, input);
  },
  begin: (row, { world }) => ring(world, row),
  update(row, input, { world }) {
    if (isOver(row)) throw new TwilioError(21220, 'Call is not in-progress. Cannot redirect.');
    const redirects = Boolean(input.url || input.twiml);
    if (redirects && row.values.status !== 'in-progress')
      throw new TwilioError(21220, 'Call is not in-progress. Cannot redirect.');
    const waiting = row.values.status !== 'in-progress';
    if (input.status === 'completed' || (input.status === 'canceled' && waiting)) endCall(world, row);
    return { status: row.values.status };
  },
  remove(row, { world }) {
    if (!isOver(row)) throw new TwilioError(20009, 'Cannot delete this resource before it is complete', 409);
    world.store.remove(row);
  },
};

export const CallFeedback: Rule = {
  statuses: { create: 200 },
  create({ qualityScore, issue }, { parents }) {
    if (Number(qualityScore) < 1 || Number(qualityScore) > 5) throw invalid('QualityScore', 'must be from 1 to 5');
    return { sid: parents.at(-1), issues: issue ?? [] };
  },
};

const REPORT_AFTER = 2;
/** The summary used in Twilio's documentation. */
const DOCUMENTED = { days: '2014-06-01 2014-06-04', sid: 'FS11f26a89d7260fb8cef070b768fcf5d1' };

export const CallFeedbackSummary: Rule = {
  create({ startDate, endDate }, { parents }) {
    if (String(startDate) > String(endDate)) throw invalid('EndDate', 'must not be before StartDate');
    const days = `${startDate} ${endDate}`;
    return { sid: days === DOCUMENTED.days ? DOCUMENTED.sid : sidOf('FS', `${parents[0]} ${days}`) };
  },
  begin(row, { world }) {
    world.clock.after(REPORT_AFTER, () => world.change(row, { status: 'completed', ...summarize(world, row) }));
  },
};

const summarize = (world: World, { parents, values }: Row): Values => {
  const day = (moment: unknown) => (moment instanceof Date ? moment.toISOString().slice(0, 10) : '');
  const calls = world.store
    .list('Call', parents)
    .filter((call) => day(call.values.startTime) >= String(values.startDate))
    .filter((call) => day(call.values.startTime) <= String(values.endDate));
  const ratings = calls.flatMap((call) => world.store.list('CallFeedback', [...parents, call.key]));
  const scores = ratings.map((rating) => Number(rating.values.qualityScore)).sort((a, b) => a - b);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  const middle = (scores[Math.floor((scores.length - 1) / 2)] ?? 0) + (scores[Math.floor(scores.length / 2)] ?? 0);
  const rated = (figure: number) => (scores.length > 0 ? Number(figure.toFixed(2)) : null);
  const issues = groupBy(
    ratings.flatMap((rating) => rating.values.issues as string[]),
    (issue) => issue,
  );
  return {
    callCount: calls.length,
    callFeedbackCount: scores.length,
    qualityScoreAverage: rated(mean),
    qualityScoreMedian: rated(middle / 2),
    qualityScoreStandardDeviation: rated(Math.sqrt(variance)),
    issues: [...issues].map(([description, { length }]) => ({
      description,
      count: length,
      percentage_of_total_calls: `${((100 * length) / calls.length).toFixed(2)}%`,
    })),
  };
};
