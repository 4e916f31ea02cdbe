/** One cheap transaction that shows whether Twilio is there, takes the credentials, and has the time that we have. */
import type { Twilio } from '../sdk/index.ts';
import type { Credentials, Transport } from '../transport/index.ts';

export interface Probed {
  /** How far the clock here is ahead of Twilio's; `undefined` where its answer had no date. */
  readonly clockAheadMs: number | undefined;
}

/** Throws an {@link ApiError} that says why not. A usual API key may read anything but the account itself. */
export const probe = async (
  client: Twilio,
  transport: Transport,
  { accountSid, username }: Pick<Credentials, 'accountSid' | 'username'>,
  signal: AbortSignal,
): Promise<Probed> => {
  const opensAccount = username.startsWith('AC');
  const host = client.getHostname('api.twilio.com', client.edge, client.region);
  const account = `https://${host}/2010-04-01/Accounts/${accountSid}`;
  const request = {
    method: 'GET',
    uri: opensAccount ? `${account}.json` : `${account}/IncomingPhoneNumbers.json?PageSize=1`,
    username,
    // The credentialStore has the real one.
    password: username,
    headers: { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'twilio-graphql' },
  };
  const began = Date.now();
  const { headers, body } = await transport.open(
    request,
    signal,
    opensAccount ? { entity: 'Account', operation: 'fetch' } : { entity: 'IncomingPhoneNumber', operation: 'list' },
  );
  const ended = Date.now();
  await body.dump();
  const date = Date.parse([headers.date].flat()[0] ?? '');
  return { clockAheadMs: Number.isNaN(date) ? undefined : clockAhead(began, ended, date) };
};

/** Twilio tells the second, and told it at some moment in between: what both explain is no difference. */
const clockAhead = (began: number, ended: number, date: number): number =>
  Math.max(0, began - (date + 999)) + Math.min(0, ended - date);
