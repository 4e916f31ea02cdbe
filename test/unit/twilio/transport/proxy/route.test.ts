/** Which proxy the settings and the environment lead to, and what needs none. */
import { describe, expect, test } from 'vitest';
import { proxyFromEnvironment, proxyRouteOf } from '../../../../../src/twilio/transport/proxy/route.ts';

const TWILIO = new URL('https://api.twilio.com');
const at = (upstream: string, environment: Record<string, string>) =>
  proxyFromEnvironment(environment, new URL(upstream));
const host = (upstream: string, environment: Record<string, string>) => at(upstream, environment)?.host;

describe('the environment names it', () => {
  const both = { HTTPS_PROXY: 'http://secure:1', HTTP_PROXY: 'http://usual:2' };
  test.each<[string, string, Record<string, string>, string | undefined]>([
    ['https', 'https://api.twilio.com', both, 'secure'],
    ['http', 'http://a.example', both, 'usual'],
    ['lower case first', 'https://api.twilio.com', { ...both, https_proxy: 'http://lower:3' }, 'lower'],
    ['an empty one is none', 'https://api.twilio.com', { ...both, https_proxy: ' ' }, 'secure'],
    ['not that for http', 'https://api.twilio.com', { HTTP_PROXY: 'http://usual:2' }, undefined],
    ['not that for https', 'http://a.example', { HTTPS_PROXY: 'http://secure:1' }, undefined],
    ['none', 'https://api.twilio.com', {}, undefined],
  ])('%s', (_, upstream, environment, expected) => {
    expect(host(upstream, environment)).toBe(expected);
  });

  test.each([
    ['http://p:3128', { host: 'p', port: 3128, sslType: 'AUTO', authScheme: 'NONE' }],
    ['p:3128', { host: 'p', port: 3128, sslType: 'AUTO', authScheme: 'NONE' }],
    ['http://p', { host: 'p', port: 80, sslType: 'AUTO', authScheme: 'NONE' }],
    ['https://p', { host: 'p', port: 443, sslType: 'ALWAYS', authScheme: 'NONE' }],
    ['http://[::1]:8080/', { host: '::1', port: 8080, sslType: 'AUTO', authScheme: 'NONE' }],
    [
      'http://us%40er:p%3Ass@p:1',
      { host: 'p', port: 1, sslType: 'AUTO', authScheme: 'BASIC', user: 'us@er', password: 'p:ss' },
    ],
    [
      'http://us%zzer:100%@p:1',
      { host: 'p', port: 1, sslType: 'AUTO', authScheme: 'BASIC', user: 'us%zzer', password: '100%' },
    ],
  ])('%s', (value, expected) => {
    expect(at('https://api.twilio.com', { HTTPS_PROXY: value })).toEqual(expected);
  });

  test.each(['socks5://user:geheim@p:1', 'http://', 'http://p:geheim', '::'])(
    '%s is refused without saying it',
    (value) => {
      const reading = () => proxyRouteOf(undefined, { https_proxy: value });
      expect(reading).toThrow('https_proxy: must be http(s)://user:password@host:port, such as http://127.0.0.1:3128');
      expect(reading).not.toThrow('geheim');
    },
  );
});

describe('NO_PROXY', () => {
  test.each<[string, string, boolean]>([
    ['*', 'https://api.twilio.com', true],
    ['twilio.com', 'https://api.twilio.com', true],
    ['.twilio.com', 'https://api.twilio.com', true],
    ['*.twilio.com', 'https://api.twilio.com', true],
    ['.twilio.com', 'https://twilio.com', true],
    ['TWILIO.com', 'https://api.twilio.com', true],
    ['twilio.com', 'https://twilio.com.', true],
    ['a.example, twilio.com', 'https://api.twilio.com', true],
    ['a.example twilio.com', 'https://api.twilio.com', true],
    ['lio.com', 'https://api.twilio.com', false],
    ['api', 'https://api.twilio.com', false],
    ['', 'https://api.twilio.com', false],
    [', ,', 'https://api.twilio.com', false],
    ['a.example,*', 'https://api.twilio.com', true],
    ['twilio.com:443', 'https://api.twilio.com', true],
    ['twilio.com:80', 'https://api.twilio.com', false],
    ['twilio.com:8443', 'https://api.twilio.com:8443', true],
    ['a.example:80', 'http://a.example', true],
    ['10.1.2.3', 'https://10.1.2.3', true],
    ['10.1.2.3:443', 'https://10.1.2.3', true],
    ['10.1.2.3:444', 'https://10.1.2.3', false],
    ['2.3', 'https://10.1.2.3', false],
    ['10.0.0.0/8', 'https://10.1.2.3', true],
    ['10.0.0.0/8', 'https://11.1.2.3', false],
    ['10.0.0.0/33', 'https://10.1.2.3', false],
    ['10.0.0.0/', 'https://10.1.2.3', false],
    ['10.0.0.0/8', 'https://api.twilio.com', false],
    ['fd00::/8', 'https://[fd12::1]', true],
    ['fd00::/8', 'https://10.1.2.3', false],
    ['fd12::1', 'https://[fd12::1]', true],
    ['[fd12::1]', 'https://[fd12::1]', true],
    ['[fd12::1]:8443', 'https://[fd12::1]:8443', true],
    ['[fd12::1]:8443', 'https://[fd12::1]', false],
  ])('%j, %s', (list, upstream, exempt) => {
    for (const name of ['NO_PROXY', 'no_proxy']) {
      const proxies = { HTTPS_PROXY: 'http://p:1', HTTP_PROXY: 'http://p:1' };
      expect(at(upstream, { ...proxies, [name]: list }) === undefined).toBe(exempt);
    }
  });

  test.each(['http://localhost:1', 'http://127.0.0.1:1', 'http://[::1]:1'])('%s is no exception', (upstream) => {
    expect(at(upstream, { HTTP_PROXY: 'http://p:1' })).toMatchObject({ host: 'p' });
    expect(at(upstream, { HTTP_PROXY: 'http://p:1', NO_PROXY: 'localhost,127.0.0.0/8,::1' })).toBeUndefined();
  });
});

describe('settings', () => {
  const environment = { HTTPS_PROXY: 'http://environment:1' };
  test('count alone where there are any', () => {
    const proxy = { host: 'p', port: 1 };
    expect(proxyRouteOf(proxy, environment)(TWILIO)).toEqual(proxy);
    expect(proxyRouteOf({ ...proxy, enabled: true }, environment)(TWILIO)).toMatchObject(proxy);
    expect(proxyRouteOf(proxy, { NO_PROXY: '*' })(new URL('http://127.0.0.1'))).toEqual(proxy);
  });
  test('switch off what the environment says', () => {
    expect(proxyRouteOf({ enabled: false }, environment)(TWILIO)).toBeUndefined();
  });
  test('leave it to the environment where there are none', () => {
    expect(proxyRouteOf(undefined, environment)(TWILIO)?.host).toBe('environment');
    expect(proxyRouteOf(undefined, {})(TWILIO)).toBeUndefined();
  });
});
