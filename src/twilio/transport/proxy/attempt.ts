/** One request to a proxy that asks for credentials, and what makes such requests. */
import type { ProxyRefusal } from './refusal.ts';

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
