/** What the person who starts the server reads: which account it uses, how to query it and how to stop it. */
import { styleText } from 'node:util';

export interface BannerFacts {
  /** Of the first connection. */
  readonly url: string;
  readonly host: string;
  /** `undefined`: this process alone. */
  readonly nodes?: number | undefined;
  readonly connections: readonly BannerConnection[];
  /** Whether callers need a key, and how many keys there are. */
  readonly access: { readonly needsKey: boolean; readonly keys: number; readonly auth: string };
  /** Whether the terminal shows colours. */
  readonly colors: boolean;
}
export interface BannerConnection {
  readonly name: string;
  readonly suspended: boolean;
  readonly tpsPerNode: number;
  /** The limit that is shared over Redis. */
  readonly shared?: { readonly tps: number } | undefined;
  /** `undefined`: a sandbox. */
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

export const banner = (facts: BannerFacts): string => {
  const { url, nodes, connections } = facts;
  const [only, ...others] = connections as readonly [BannerConnection, ...BannerConnection[]];
  const about = others.length === 0 ? ofOne(only, nodes) : ofSeveral(connections, url, nodes);
  return `
  twilio-graphql

${about}
  Access         ${accessText(facts)}
  Browser        ${url}
  Command line   curl ${url} -H 'content-type: application/json' -d '{"query":"{ account { friendlyName } }"}'
  Stop           Ctrl-C
${exposure(facts)}`;
};

/** A warning in red if other machines can reach a live account. */
const exposure = ({ host, connections, colors, access }: BannerFacts): string => {
  if (access.needsKey || isLoopback(host) || !connections.some(({ account }) => account)) return '';
  const text = `WARNING        HOST=${host}: everyone who can reach this port can use the live account and spend its
                 money. Set HOST=127.0.0.1, or AUTH=required and create keys.`;
  return `\n  ${emphasized(text, colors)}\n`;
};

const accessText = ({ access: { needsKey, keys, auth } }: BannerFacts): string => {
  if (needsKey) return `callers need a key; ${keys === 1 ? '1 key is' : `${keys} keys are`} valid`;
  if (auth === 'none') return 'AUTH=none: callers need no key and may do everything';
  return 'no keys: only programs on this machine can connect, and they may do everything. See twilio-graphql key --help';
};

export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);

export const emphasized = (text: string, colors: boolean): string => (colors ? styleText('red', text) : text);

const ofOne = (only: BannerConnection, nodes: number | undefined): string =>
  only.account
    ? `  Configured for ${[...accountLines(only.account), ...suspension(only)].join(INDENT)}
  Throughput     ${throughput(only, nodes)}`
    : `  Connected to   ${[...SANDBOX, ...suspension(only)].join(INDENT)}
  Throughput     ${throughput(only, nodes)}`;

const ofSeveral = (all: readonly BannerConnection[], url: string, nodes: number | undefined): string => {
  const { origin } = new URL(url);
  const lines = all.map(
    (each) =>
      `${origin}/connections/${each.name}/graphql${INDENT}  ${[
        ...suspension(each),
        each.account ? `configured for ${accountLines(each.account).join(', ')}` : 'a SANDBOX with made-up data',
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

const suspension = ({ name, suspended }: BannerConnection): string[] =>
  suspended ? [`SUSPENDED: it answers no queries. To resume it: twilio-graphql resume ${name}`] : [];

const accountLines = ({
  accountSid,
  username,
  region,
  edge,
  upstream,
}: NonNullable<BannerConnection['account']>): string[] => [
  `the LIVE account ${maskedSid(accountSid)}${credentialText(accountSid, username)}`,
  upstream
    ? `through ${upstream.origin} instead of Twilio`
    : `at ${['api', edge, region, 'twilio.com'].filter(Boolean).join('.')}`,
];

const credentialText = (accountSid: string, username: string): string =>
  username === accountSid
    ? ''
    : ` with ${username.startsWith('SK') ? 'the API key' : 'its parent account'} ${maskedSid(username)}`;

const throughput = ({ tpsPerNode, shared }: BannerConnection, nodes: number | undefined): string =>
  [
    nodes === undefined
      ? `${tpsPerNode} upstream calls per second`
      : `${nodes} processes, ${tpsPerNode} upstream calls per second each`,
    ...(shared ? [`${shared.tps} per second for the whole account, shared over Redis`] : []),
  ].join('; ');

/** Enough of a SID to recognize it. */
export const maskedSid = (sid: string): string => `${sid.slice(0, 6)}…${sid.slice(-4)}`;
