/** The credentials of requests to a proxy: none, Basic (always the same header), or Digest (a new one each time). */

import { readChallenges } from './challenge.ts';
import { Digest } from './digest.ts';
import type { Authorization } from './proxyRequest.ts';
import { notAuthorized } from './refusal.ts';
import type { ProxyServer } from './route.ts';

export const authorizationOf = ({ authScheme = 'NONE', user = '', password = '' }: ProxyServer): Authorization => {
  if (authScheme === 'DIGEST') return new Digest(user, password);
  const basic = authScheme === 'BASIC';
  const header = basic ? `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` : undefined;
  const asked = (given: string | readonly string[] | undefined) => readChallenges(given).map(({ scheme }) => scheme);
  return {
    begin: () => ({
      header,
      passed: () => undefined,
      refused: (given) => notAuthorized(basic ? 'Basic' : undefined, asked(given)),
    }),
  };
};
