/** Rules about several settings of a connection: for half of a pair, the message names the missing half. */
import { type ConnectionSetting, credentialSettings } from './settings.ts';

type Values = Readonly<Record<string, unknown>>;
type Broken = readonly [key: string, rule: string];

/** Settings that only matter for upstream calls. */
export const aboutTwilio = [
  'region',
  'edge',
  'upstream_url',
  'ca_file',
  'proxy_enabled',
  'proxy_host',
] as const satisfies readonly ConnectionSetting[];

/** Examples for the messages. */
const EXAMPLES = {
  account_sid: `AC${'0123456789abcdef'.repeat(2)}`,
  auth_token: '32 letters and digits',
  api_key: `SK${'0123456789abcdef'.repeat(2)}`,
  api_secret: '32 letters and digits',
  subaccount_sid: `AC${'fedcba9876543210'.repeat(2)}`,
  subaccount_auth_token: '32 letters and digits',
  region: 'ie1',
  edge: 'dublin',
  tps_account: '100',
  redis_url: 'redis://127.0.0.1:6379',
  proxy_host: 'proxy.example.com',
  proxy_port: '3128',
  proxy_user: 'jane',
  proxy_password: 'a password in quotes',
} as const satisfies Partial<Record<ConnectionSetting, string>>;
/** Why one half is useless without the other, if that is not obvious. */
const REASONS: Readonly<Record<string, string>> = {
  edge: ' (Twilio no longer answers at the host name of a region alone)',
  region: ' (Twilio no longer answers at the host name of an edge alone)',
};
type Needs = (key: keyof typeof EXAMPLES, reason: string) => Broken[];

/** `nameOf` returns the name of a setting where it was set. */
export const contradictions = (values: Values, nameOf: (key: string) => string): readonly Broken[] => {
  const has = (key: string) => values[key] !== undefined || values[`${key}_file`] !== undefined;
  const needs: Needs = (key, reason) =>
    has(reason) && !has(key)
      ? [[key, `must also be set, because ${nameOf(reason)} is set${REASONS[key] ?? ''}; such as ${EXAMPLES[key]}`]]
      : [];
  const isLive = credentialSettings.some(has);
  const credentials = `${nameOf('account_sid')} with ${nameOf('auth_token')}`;
  if (!isLive)
    return [
      ...(values.sandbox === false
        ? [['account_sid', `must be set, with ${nameOf('auth_token')}; or set sandbox: true`] as const]
        : []),
      ...aboutTwilio.filter(has).map((key): Broken => [key, `needs credentials, such as ${credentials}`]),
      ...pairs(needs),
    ];
  return [
    ...(values.sandbox === true
      ? [['sandbox', `must be false or left out, because there are credentials (${nameOf('account_sid')} …)`] as const]
      : []),
    ...needs(
      'account_sid',
      ['auth_token', 'api_key', 'api_secret', 'subaccount_sid', 'subaccount_auth_token'].find(has) ?? 'auth_token',
    ),
    ...needs('api_secret', 'api_key'),
    ...needs('api_key', 'api_secret'),
    ...(has('api_key') || has('api_secret') ? [] : needs('auth_token', 'account_sid')),
    ...(values.product_credentials === 'own' ? needs('subaccount_auth_token', 'product_credentials') : []),
    ...needs('subaccount_sid', 'subaccount_auth_token'),
    ...pairs(needs),
    ...proxy(values, needs),
  ];
};

const pairs = (needs: Needs): Broken[] => [
  ...needs('edge', 'region'),
  ...needs('region', 'edge'),
  ...needs('redis_url', 'tps_account'),
];

const proxy = (values: Values, needs: Needs): Broken[] => {
  const { proxy_enabled: enabled, proxy_auth_scheme: scheme } = values;
  if (enabled === false) return [];
  const user = scheme === 'NONE' ? [] : needs('proxy_user', 'proxy_password');
  const asks = scheme === 'BASIC' || scheme === 'DIGEST';
  return [
    ...needs('proxy_host', enabled === true ? 'proxy_enabled' : 'proxy_port'),
    ...needs('proxy_port', 'proxy_host'),
    ...(asks ? needs('proxy_user', 'proxy_auth_scheme') : user),
    ...(scheme === 'NONE' ? [] : needs('proxy_password', 'proxy_user')),
    ...(scheme === 'NONE' && values.proxy_user !== undefined
      ? [['proxy_user', 'must not be set, because proxy_auth_scheme is NONE'] as const]
      : []),
  ];
};
