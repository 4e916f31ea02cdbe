/** The official SDK's client for one connection, with our transport under it. */
import type { Twilio } from 'twilio';
import type { Credentials, Transport } from '../transport/index.ts';
import { RestClient } from './sdk.ts';

export interface Place {
  readonly region?: string | undefined;
  readonly edge?: string | undefined;
}

export type { Twilio };

export const createClient = (credentials: Credentials, transport: Transport, place: Place = {}): Twilio =>
  new RestClient(credentials.username, credentials.password, {
    accountSid: credentials.accountSid,
    // The environment is config.ts's business: the SDK must not read it on its own.
    region: place.region ?? '',
    edge: place.edge ?? '',
    autoRetry: false,
    // Of the SDK's RequestClient only `request` is ever called.
    httpClient: transport as unknown as NonNullable<
      NonNullable<ConstructorParameters<typeof RestClient>[2]>['httpClient']
    >,
  });
