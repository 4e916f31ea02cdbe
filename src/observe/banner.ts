/** What the person who started the server reads: what it is connected to, how to query it, how to stop it. */

export interface Shown {
  readonly url: string;
  /** `undefined`: this process alone. */
  readonly nodes?: number | undefined;
  readonly tpsPerNode: number;
  /** The limit that is shared over Redis. */
  readonly shared?: { readonly tps: number } | undefined;
  /** `undefined`: the sandbox. */
  readonly account?:
    | {
        readonly accountSid: string;
        readonly username: string;
        readonly region?: string | undefined;
        readonly edge?: string | undefined;
        readonly upstream?: URL | undefined;
      }
    | undefined;
}

export const banner = ({ url, account, ...limits }: Shown): string => `
  twilio-graphql

  Connected to   ${(account ? connectedTo(account) : SANDBOX).join('\n                 ')}
  Throughput     ${throughput(limits)}
  Browser        ${url}
  Command line   curl ${url} -H 'content-type: application/json' -d '{"query":"{ account { friendlyName } }"}'
  Stop           Ctrl-C
`;

const SANDBOX = [
  'THE SANDBOX: made-up data in this process. Nothing reaches Twilio, nothing costs money.',
  'For your own account set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN; .env.example has every setting.',
];

const connectedTo = ({ accountSid, username, region, edge, upstream }: NonNullable<Shown['account']>): string[] => [
  `the LIVE account ${masked(accountSid)}${username === accountSid ? '' : ` with the API key ${masked(username)}`}`,
  upstream
    ? `through ${upstream.origin}, instead of Twilio itself`
    : `at ${['api', edge, region, 'twilio.com'].filter(Boolean).join('.')}`,
];

const throughput = ({ nodes, tpsPerNode, shared }: Pick<Shown, 'nodes' | 'tpsPerNode' | 'shared'>): string =>
  [
    nodes === undefined ? `${tpsPerNode} calls a second` : `${nodes} processes, ${tpsPerNode} calls a second each`,
    ...(shared ? [`with all others of the account, over Redis, ${shared.tps}`] : []),
  ].join('; ');

const masked = (sid: string): string => `${sid.slice(0, 6)}…${sid.slice(-4)}`;
