/** One cheap transaction: whether Twilio can be reached, accepts the credentials, and agrees with the local clock. */
import type { Twilio } from '../sdk/index.ts';
import type { Credentials, Transport } from '../transport/index.ts';

export interface Probed {
  /** How far the local clock is ahead of Twilio's; `undefined` if the answer had no date. */
  readonly clockAheadMs: number | undefined;
}

/** Throws an {@link ApiError} with the reason. A standard API key can read everything except the account itself. */
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
    // The credential store replaces it.
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

/** Twilio's date is a whole second at some moment of the exchange: a difference that both explain is none. */
const clockAhead = (began: number, ended: number, date: number): number =>
  Math.max(0, began - (date + 999)) + Math.min(0, ended - date);
