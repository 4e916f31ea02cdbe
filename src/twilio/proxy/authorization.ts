/** What a request brings along so that the proxy lets it through: the same each time, or (Digest) another one. */
import { readChallenges } from './challenge.ts';
import { Digest } from './digest.ts';
import { notAuthorized, type ProxyRefusal } from './refusal.ts';
import type { ProxyServer } from './route.ts';

/** One request to the proxy. Exactly one of `passed` and `refused` is called, or none if nothing came back. */
export interface Attempt {
  /** Proxy-Authorization. */
  readonly header: string | undefined;
  passed(): void;
  /** 407, with its Proxy-Authenticate: says whether another attempt may pass. */
  refused(header: string | readonly string[] | undefined): ProxyRefusal;
}
export interface Authorization {
  /** `uri`: as it stands in the request's first line. */
  attempt(method: string, uri: string): Attempt;
}

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
