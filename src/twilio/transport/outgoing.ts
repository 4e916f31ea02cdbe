/** Turns a request of the SDK into what goes on the wire, and refuses every address that is not Twilio's. */
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
/** Twilio stores files on further hosts, which get no credentials. */
export const FILE_HOST = /\.twilio(cdn)?\.com$/;

/** The address that the SDK built. Throws unless it is Twilio's own, wherever it came from. */
export const twilioUrl = ({ uri, params }: SdkRequest, hosts = API_HOST): URL => {
  const url = new URL(uri);
  if (url.protocol !== 'https:' || url.port !== '' || !hosts.test(url.hostname))
    throw new ApiError('UPSTREAM_UNREADABLE', "The address is not one of Twilio's own; nothing was sent to it.");
  for (const [name, value] of formEntries(params)) url.searchParams.append(name, value);
  return url;
};

/** The account that an address names; `undefined` where the credentials alone decide. */
export const accountOf = ({ pathname }: URL): string | undefined => /\/Accounts\/(AC\w+)/.exec(pathname)?.[1];

/** `authorization` replaces the credentials of the SDK. Hosts that store files get none. */
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

/** Names and values as in Twilio's forms and queries: a list repeats its name, an empty string is sent. */
const formEntries = (values: Readonly<Record<string, unknown>> = {}): [string, string][] =>
  Object.entries(values).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((each) => each !== undefined && each !== null)
      .map((each): [string, string] => [name, String(each)]),
  );
