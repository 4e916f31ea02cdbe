/** What a request brings along so that the proxy lets it through: the same each time, or (Digest) another one. */
import type { Authorization } from './attempt.ts';
import { readChallenges } from './challenge.ts';
import { Digest } from './digest.ts';
import { notAuthorized } from './refusal.ts';
import type { ProxyServer } from './route.ts';

export const authorizationOf = ({ authScheme = 'NONE', user = '', password = '' }: ProxyServer): Authorization => {
  if (authScheme === 'DIGEST') return new Digest(user, password);
  const basic = authScheme === 'BASIC';
  const header = basic ? `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` : undefined;
  const asked = (given: string | readonly string[] | undefined) => readChallenges(given).map(({ scheme }) => scheme);
  return {
    attempt: () => ({
      header,
      passed: () => undefined,
      refused: (given) => notAuthorized(basic ? 'Basic' : undefined, asked(given)),
    }),
  };
};
