/** The official SDK's client for one connection, with our transport under it. */
import type { Twilio } from 'twilio';
import type { Credentials, Transport } from '../transport/index.ts';
import { RestClient } from './sdk.ts';

/** Which of Twilio's data centres is used. */
export interface RegionAndEdge {
  readonly region?: string | undefined;
  readonly edge?: string | undefined;
}

export type { Twilio };

export const createClient = (
  credentials: Credentials,
  transport: Transport,
  { region = '', edge = '' }: RegionAndEdge = {},
): Twilio =>
  new RestClient(credentials.username, credentials.password, {
    accountSid: credentials.accountSid,
    // Always set, because the SDK would otherwise read the environment.
    region,
    edge,
    autoRetry: false,
    // The SDK calls only `request` of its RequestClient.
    httpClient: transport as unknown as NonNullable<
      NonNullable<ConstructorParameters<typeof RestClient>[2]>['httpClient']
    >,
  });
