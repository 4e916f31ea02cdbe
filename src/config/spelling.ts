/**
 * Finds misspelled variables. With a typo in the account SID a server would start on a sandbox, and its user would believe
 * that it is live. Other variables that start with TWILIO_ belong to other programs, such as Twilio's command line.
 */
import { settings } from './settings.ts';

const PREFIX = 'TWILIO_';
/** Read by commands that talk to a server, and not settings of a server. */
const OTHER: readonly string[] = ['TWILIO_GRAPHQL_KEY'];
/** What other programs call the credentials. It matters only where there are none of ours. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  TWILIO_SID: 'TWILIO_ACCOUNT_SID',
  TWILIO_ACC_SID: 'TWILIO_ACCOUNT_SID',
  TWILIO_ACCOUNT: 'TWILIO_ACCOUNT_SID',
  TWILIO_TOKEN: 'TWILIO_AUTH_TOKEN',
  TWILIO_API_TOKEN: 'TWILIO_AUTH_TOKEN',
  TWILIO_ACCOUNT_TOKEN: 'TWILIO_AUTH_TOKEN',
  TWILIO_API_KEY_SID: 'TWILIO_API_KEY',
  TWILIO_API_KEY_SECRET: 'TWILIO_API_SECRET',
};
const SHORT = 5;

/** A line for each variable that is probably meant to be a setting. `isSandbox`: no credentials were found. */
export const misspelled = (
  environment: Readonly<Record<string, string | undefined>>,
  isSandbox: boolean,
): readonly string[] =>
  Object.keys(environment).flatMap((name) => {
    const isSet = (environment[name] ?? '').trim() !== '';
    if (!isSet || !name.toUpperCase().startsWith(PREFIX) || OTHER.includes(name)) return [];
    const meant = meantBy(name.toUpperCase()) ?? (isSandbox ? OTHER_NAMES[name.toUpperCase()] : undefined);
    return meant === undefined ? [] : [`${name}: is not a setting; did you mean ${meant}?`];
  });

const meantBy = (name: string): string | undefined => {
  if (name in settings) return undefined;
  const withoutFile = name.replace(/_FILE$/, '');
  if (withoutFile in settings) return withoutFile;
  const most = name.length - PREFIX.length <= SHORT ? 1 : 2;
  const [nearest] = Object.keys(settings)
    .filter((each) => each.startsWith(PREFIX))
    .map((each) => ({ each, distance: distanceOf(name, each) }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance);
  return nearest?.each;
};

/** How many letters have to be changed, added or left out, or swapped with their neighbour. */
const distanceOf = (one: string, other: string): number => {
  const rows: number[][] = Array.from({ length: one.length + 1 }, (_, i) => [i]);
  const at = (i: number, k: number): number => rows[i]?.[k] ?? 0;
  for (let k = 0; k <= other.length; k++) (rows[0] as number[])[k] = k;
  for (let i = 1; i <= one.length; i++)
    for (let k = 1; k <= other.length; k++) {
      const isSwap = i > 1 && k > 1 && one[i - 1] === other[k - 2] && one[i - 2] === other[k - 1];
      (rows[i] as number[])[k] = Math.min(
        at(i - 1, k) + 1,
        at(i, k - 1) + 1,
        at(i - 1, k - 1) + (one[i - 1] === other[k - 1] ? 0 : 1),
        isSwap ? at(i - 2, k - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  return at(one.length, other.length);
};
