/** What the person who started the server reads: what it is connected to, how to query it, how to stop it. */

export interface Shown {
  /** Of the first connection. */
  readonly url: string;
  /** `undefined`: this process alone. */
  readonly nodes?: number | undefined;
  readonly connections: readonly ShownConnection[];
}
export interface ShownConnection {
  readonly name: string;
  readonly suspended: boolean;
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

export const banner = ({ url, nodes, connections }: Shown): string => {
  const [only, ...others] = connections as readonly [ShownConnection, ...ShownConnection[]];
  const about = others.length === 0 ? alone(only, nodes) : several(connections, url, nodes);
  return `
  twilio-graphql

${about}
  Browser        ${url}
  Command line   curl ${url} -H 'content-type: application/json' -d '{"query":"{ account { friendlyName } }"}'
  Stop           Ctrl-C
`;
};

const alone = (only: ShownConnection, nodes: number | undefined): string =>
  `  Connected to   ${[...suspension(only), ...(only.account ? connectedTo(only.account) : SANDBOX)].join(INDENT)}
  Throughput     ${throughput(only, nodes)}`;

const several = (all: readonly ShownConnection[], url: string, nodes: number | undefined): string => {
  const { origin } = new URL(url);
  const lines = all.map(
    (each) =>
      `${origin}/connections/${each.name}/graphql${INDENT}  ${[
        ...suspension(each),
        each.account ? connectedTo(each.account).join(', ') : 'a SANDBOX of made-up data',
        throughput(each, nodes),
      ].join('; ')}`,
  );
  return `  Connections    ${lines.join(INDENT)}`;
};

const INDENT = `\n${' '.repeat(17)}`;

const SANDBOX = [
  'THE SANDBOX: made-up data in this process. Nothing reaches Twilio, nothing costs money.',
  'For your own account set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN; .env.example has every setting.',
];

const suspension = ({ name, suspended }: ShownConnection): string[] =>
  suspended ? [`SUSPENDED, so it answers nothing; to go on: twilio-graphql resume ${name}`] : [];

const connectedTo = ({
  accountSid,
  username,
  region,
  edge,
  upstream,
}: NonNullable<ShownConnection['account']>): string[] => [
  `the LIVE account ${maskedSid(accountSid)}${openedBy(accountSid, username)}`,
  upstream
    ? `through ${upstream.origin}, instead of Twilio itself`
    : `at ${['api', edge, region, 'twilio.com'].filter(Boolean).join('.')}`,
];

const openedBy = (accountSid: string, username: string): string =>
  username === accountSid
    ? ''
    : ` with ${username.startsWith('SK') ? 'the API key' : 'the account above it,'} ${maskedSid(username)}`;

const throughput = ({ tpsPerNode, shared }: ShownConnection, nodes: number | undefined): string =>
  [
    nodes === undefined ? `${tpsPerNode} calls a second` : `${nodes} processes, ${tpsPerNode} calls a second each`,
    ...(shared ? [`with all others of the account, over Redis, ${shared.tps}`] : []),
  ].join('; ');

/** Enough to recognize it by. */
export const maskedSid = (sid: string): string => `${sid.slice(0, 6)}…${sid.slice(-4)}`;
