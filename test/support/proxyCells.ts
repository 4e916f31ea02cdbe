/** Every way through a proxy: scheme, TLS and upstream, and how each of them looks from the proxy. */
import { expect } from 'vitest';
import type { ProxyServer } from '../../src/twilio/transport/proxy/route.ts';
import { call } from './rows.ts';
import type { TestServer } from './server.ts';
import type { StandIn } from './standIn.ts';

export type Scheme = NonNullable<ProxyServer['authScheme']>;
export type SslType = NonNullable<ProxyServer['sslType']>;
export interface Cell {
  readonly authScheme: Scheme;
  readonly sslType: SslType;
  readonly upstream: 'http' | 'https';
  /** The proxy is asked for a tunnel. */
  readonly tunnel: boolean;
  /** The proxy is spoken to in TLS. */
  readonly tls: boolean;
}

const ways: Readonly<Record<SslType, { readonly tls: boolean; readonly tunnelsHttp: boolean }>> = {
  AUTO: { tls: false, tunnelsHttp: false },
  ALWAYS: { tls: true, tunnelsHttp: false },
  NEVER: { tls: false, tunnelsHttp: false },
  TUNNEL: { tls: false, tunnelsHttp: true },
};

export const cells: readonly Cell[] = (['NONE', 'BASIC', 'DIGEST'] as const).flatMap((authScheme) =>
  (['AUTO', 'ALWAYS', 'NEVER', 'TUNNEL'] as const).flatMap((sslType) =>
    (['https', 'http'] as const).map((upstream) => {
      const { tls, tunnelsHttp } = ways[sslType];
      return { authScheme, sslType, upstream, tls, tunnel: upstream === 'https' || tunnelsHttp };
    }),
  ),
);

/** As the environment sets it. */
export const proxySettings = ({ host, port, authScheme, sslType, user, password }: ProxyServer) => ({
  PROXY_ENABLED: 'true',
  PROXY_HOST: host,
  PROXY_PORT: String(port),
  ...(authScheme && { PROXY_AUTH_SCHEME: authScheme }),
  ...(sslType && { PROXY_SSLTYPE: sslType }),
  ...(authScheme !== 'NONE' && user !== undefined && { PROXY_USER: user }),
  ...(authScheme !== 'NONE' && password !== undefined && { PROXY_PASSWORD: password }),
});

/** One Get. */
export const GET = `{ call(sid: "CA${'0'.repeat(31)}1") { sid } }`;
/** A write that costs money. */
export const SEND = `mutation { messageCreate(input: { to: "+15550100002", from: "+15550100001", body: "A body" }) {
  message { sid } userErrors { code message } } }`;

/** A read whose client leaves ends at Twilio, too, and the next one is answered. */
export const leaves = async ({ server, twilio }: { server: TestServer; twilio: StandIn }): Promise<void> => {
  let ended = false;
  twilio.play(() => (response) => {
    response.on('close', () => {
      ended = true;
    });
  });
  const gone = new AbortController();
  const asked = server.ask(GET, undefined, gone.signal);
  await expect.poll(() => twilio.seen.length).toBe(1);
  gone.abort();
  await expect(asked).rejects.toThrow('abort');
  await expect.poll(() => ended).toBe(true);
  twilio.play(() => call(1));
  expect((await server.ask(GET)).errors).toEqual([]);
};
