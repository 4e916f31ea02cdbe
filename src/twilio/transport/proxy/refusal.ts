/**
 * What a proxy does not do for us, as an error of ours: codes and statuses, never an address or credentials.
 *
 * A request that the proxy refused never reached Twilio: it is not counted as sent, its outcome is never `UNKNOWN`,
 * and a retry passes the limiter again.
 */
import { ApiError } from '../../../errors.ts';

/**
 * The proxy, not Twilio, is why there is no answer; nothing was passed on to Twilio. `retry`: `later` where it may pass,
 * `now` where the proxy asked for fresh credentials and has got what it asked for, `never` where a person has to act.
 */
export class ProxyRefusal extends ApiError {
  readonly retry: 'later' | 'now' | 'never';
  constructor(message: string, retry: ProxyRefusal['retry'] = 'later') {
    super('UPSTREAM_UNREACHABLE', message);
    this.retry = retry;
  }
}

/** No connection to the proxy itself, or none any more before the way to Twilio was open. */
export const unreachable = (error: unknown): ProxyRefusal => {
  if (error instanceof ProxyRefusal) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return late();
  return new ProxyRefusal(`No connection to the proxy (${/^\w+$/.test(code) ? code : 'refused'}).`);
};

export const late = () => new ProxyRefusal('The proxy opened no connection in time.');

/** The answer to CONNECT is no tunnel. */
export const noTunnel = (status: number): ProxyRefusal =>
  status >= 500
    ? new ProxyRefusal(`The proxy could not connect to Twilio (${status}).`)
    : new ProxyRefusal(`The proxy refused the connection to Twilio (${status}).`, 'never');

/** 407. `used`: how credentials were sent, if any; `asked`: the schemes that the proxy names. */
export const notAuthorized = (used: 'Basic' | 'Digest' | undefined, asked: readonly string[]): ProxyRefusal => {
  const known = ['Basic', 'Digest', 'Negotiate', 'NTLM'].filter((scheme) => asked.includes(scheme.toLowerCase()));
  const wish = known.length > 0 ? `it asks for ${known.join(' or ')}` : 'it does not say how it wants them';
  if (used === undefined) return new ProxyRefusal(`The proxy wants credentials (407), and has none: ${wish}.`, 'never');
  if (asked.includes(used.toLowerCase()))
    return new ProxyRefusal('The proxy refused its user name or password (407).', 'never');
  return new ProxyRefusal(`The proxy does not take ${used} credentials (407): ${wish}.`, 'never');
};
