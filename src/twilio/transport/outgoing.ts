/** A request as the SDK makes it → what goes on the wire, and only to Twilio. */
import { ApiError } from '../../errors.ts';

/** The part of the SDK's request options that reaches its HTTP client. */
export interface SdkRequest {
  readonly method: string;
  readonly uri: string;
  readonly username?: string;
  readonly password?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
}

const API_HOST = /\.twilio\.com$/;
/** Twilio keeps files on further hosts, which get no credentials. */
export const FILE_HOST = /\.twilio(cdn)?\.com$/;

/** The address that the SDK made; anything but Twilio's own is refused, whoever asked for it. */
export const twilioUrl = ({ uri, params }: SdkRequest, hosts = API_HOST): URL => {
  const url = new URL(uri);
  if (url.protocol !== 'https:' || url.port !== '' || !hosts.test(url.hostname))
    throw new ApiError('UPSTREAM_UNREADABLE', 'Twilio named an address that is not its own; it was not called.');
  for (const [name, value] of formEntries(params)) url.searchParams.append(name, value);
  return url;
};

/** `authorization`: instead of what the SDK would send. Hosts that get no credentials get neither. */
export const headersOf = (
  { headers, username, password }: SdkRequest,
  target: URL,
  authorization?: string,
): Record<string, string> => ({
  ...headers,
  host: target.host,
  ...(username && password && API_HOST.test(target.hostname)
    ? { authorization: authorization ?? `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` }
    : {}),
});

export const bodyOf = ({ method, data, headers }: SdkRequest): string | undefined => {
  if (method.toLowerCase() === 'get' || data === undefined) return undefined;
  if (headers?.['Content-Type']?.includes('json')) return JSON.stringify(data);
  return new URLSearchParams(formEntries(data as Record<string, unknown>)).toString();
};

/** Names and values as Twilio's forms and queries have them: a list repeats its name, an empty text stays. */
const formEntries = (values: Readonly<Record<string, unknown>> = {}): [string, string][] =>
  Object.entries(values).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((each) => each !== undefined && each !== null)
      .map((each): [string, string] => [name, String(each)]),
  );
