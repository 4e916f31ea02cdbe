/** One request to a proxy that requires credentials, as the authentication schemes see it. */
import type { ProxyRefusal } from './refusal.ts';

/** Exactly one of `passed` and `refused` is called, or none if there was no answer. */
export interface ProxyRequest {
  /** The value of Proxy-Authorization. */
  readonly header: string | undefined;
  passed(): void;
  /** 407 with its Proxy-Authenticate. The error says whether another request may pass. */
  refused(header: string | readonly string[] | undefined): ProxyRefusal;
}
export interface Authorization {
  /** `uri` is the target in the request line. */
  begin(method: string, uri: string): ProxyRequest;
}
