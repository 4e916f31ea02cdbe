/** What the person who started the server reads: what it is connected to, how to query it, how to stop it. */

export interface Shown {
  readonly url: string;
  /** `undefined`: the sandbox. */
  readonly account?: {
    readonly accountSid: string;
    readonly username: string;
    readonly region?: string | undefined;
    readonly edge?: string | undefined;
    readonly upstream?: URL | undefined;
  };
}

export const banner = ({ url, account }: Shown): string => `
  twilio-graphql

  Connected to   ${(account ? connectedTo(account) : SANDBOX).join('\n                 ')}
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

const masked = (sid: string): string => `${sid.slice(0, 6)}…${sid.slice(-4)}`;
