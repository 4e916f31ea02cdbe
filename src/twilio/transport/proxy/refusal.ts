/**
 * Refusals and failures of a proxy as errors: with codes and statuses, never with an address or credentials.
 *
 * A request that the proxy refused never reached Twilio: it is not counted as sent, its outcome is never `UNKNOWN`,
 * and a retry passes the limiter again.
 */
import { ApiError } from '../../../errors.ts';

/**
 * The proxy is the reason why there is no answer; nothing reached Twilio. `retry` is `later` if the cause may pass, `now`
 * if the proxy sent a new challenge that can be answered, and `never` if a person has to act.
 */
export class ProxyRefusal extends ApiError {
  readonly retry: 'later' | 'now' | 'never';
  constructor(message: string, retry: ProxyRefusal['retry'] = 'later') {
    super('UPSTREAM_UNREACHABLE', message);
    this.retry = retry;
  }
}

/** No connection to the proxy, or it broke before the tunnel to Twilio was open. */
export const unreachable = (error: unknown): ProxyRefusal => {
  if (error instanceof ProxyRefusal) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return late();
  return new ProxyRefusal(`No connection to the proxy (${/^\w+$/.test(code) ? code : 'refused'}).`);
};

export const late = () => new ProxyRefusal('The proxy opened no connection in time.');

/** CONNECT was answered with an error. */
export const noTunnel = (status: number): ProxyRefusal =>
  status >= 500
    ? new ProxyRefusal(`The proxy could not connect to Twilio (${status}).`)
    : new ProxyRefusal(`The proxy refused the connection to Twilio (${status}).`, 'never');

/** 407. `used` is the scheme of the credentials that were sent; `asked` are the schemes that the proxy names. */
export const notAuthorized = (used: 'Basic' | 'Digest' | undefined, asked: readonly string[]): ProxyRefusal => {
  const known = ['Basic', 'Digest', 'Negotiate', 'NTLM'].filter((scheme) => asked.includes(scheme.toLowerCase()));
  const wish = known.length > 0 ? `it asks for ${known.join(' or ')}` : 'it does not say how it wants them';
  if (used === undefined) return new ProxyRefusal(`The proxy wants credentials (407), and has none: ${wish}.`, 'never');
  if (asked.includes(used.toLowerCase()))
    return new ProxyRefusal('The proxy refused its user name or password (407).', 'never');
  return new ProxyRefusal(`The proxy does not take ${used} credentials (407): ${wish}.`, 'never');
};
