/** Digest by the examples of RFC 7616, and the challenges of proxies as they are written. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readChallenges } from '../../../../../src/twilio/transport/proxy/challenge.ts';
import { Digest } from '../../../../../src/twilio/transport/proxy/digest.ts';

describe('challenges', () => {
  const read = (header: string | string[]) =>
    readChallenges(header).map(({ scheme, params }) => [scheme, Object.fromEntries(params)]);
  test.each<[string | string[], unknown]>([
    ['Basic realm="a"', [['basic', { realm: 'a' }]]],
    ['Basic', [['basic', {}]]],
    ['', []],
    [
      'Digest realm="a, \\"b\\" = c", QOP="auth,auth-int", algorithm=SHA-256, stale = TRUE, Basic realm=d',
      [
        ['digest', { realm: 'a, "b" = c', qop: 'auth,auth-int', algorithm: 'SHA-256', stale: 'TRUE' }],
        ['basic', { realm: 'd' }],
      ],
    ],
    [
      ['Negotiate', 'NTLM abc==', 'Digest nonce="n=="'],
      [
        ['negotiate', {}],
        ['ntlm', { abc: '=' }],
        ['digest', { nonce: 'n==' }],
      ],
    ],
  ])('%j', (header, expected) => {
    expect(read(header)).toEqual(expected);
  });
});

/** Of RFC 7616, 3.9.1; the response is worked out from it by the RFC's own formula. */
const NONCE = '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v';
const REALM = 'http-auth@example.org';
const challenge = (algorithm: string) =>
  `Digest realm="${REALM}", qop="auth, auth-int", algorithm=${algorithm}, nonce="${NONCE}", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`;
const fields = (header = '') =>
  Object.fromEntries(
    [...header.matchAll(/([\w*]+)=(?:"((?:[^"\\]|\\.)*)"|([^,]*))/g)].map(([, name, text, token]) => [
      name,
      text ?? token,
    ]),
  );

describe('an answer', () => {
  test.each([
    ['MD5', 'md5'],
    ['SHA-256', 'sha256'],
  ])('%s', (algorithm, hash) => {
    const digest = new Digest('Mufasa', 'Circle of Life');
    const first = digest.begin('GET', '/dir/index.html');
    expect(first.header).toBeUndefined();
    expect(first.refused(challenge(algorithm)).retry).toBe('now');
    for (const nc of ['00000001', '00000002']) {
      const { header, passed } = digest.begin('GET', '/dir/index.html');
      passed();
      const said = fields(header);
      const of = (text: string) => createHash(hash).update(text).digest('hex');
      const a1 = of(`Mufasa:${REALM}:Circle of Life`);
      const response = of(`${a1}:${NONCE}:${nc}:${said.cnonce}:auth:${of('GET:/dir/index.html')}`);
      expect(header).toMatch(/^Digest username="Mufasa", /);
      expect(said).toMatchObject({ realm: REALM, nonce: NONCE, uri: '/dir/index.html', algorithm, response, nc });
      expect(said).toMatchObject({ qop: 'auth', opaque: 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS' });
    }
  });

  test('the better of two algorithms, whichever comes first', () => {
    for (const order of [
      ['MD5', 'SHA-256'],
      ['SHA-256', 'MD5'],
    ]) {
      const digest = new Digest('u', 'p');
      digest.begin('GET', '/').refused(order.map(challenge));
      expect(fields(digest.begin('GET', '/').header).algorithm).toBe('SHA-256');
    }
  });

  test('a user that no header can hold as it is', () => {
    const answer = (user: string) => {
      const digest = new Digest(user, 'p');
      digest.begin('GET', '/').refused(challenge('MD5'));
      return digest.begin('GET', '/').header;
    };
    expect(answer('a "b" \\c')).toContain('username="a \\"b\\" \\\\c", ');
    expect(answer('J\u00e4s\u00f8n\r\nX: y')).toContain("username*=UTF-8''J%C3%A4s%C3%B8n%0D%0AX%3A%20y, ");
  });
});

describe('a nonce', () => {
  const learn = (digest: Digest, nonce: string, more = '') =>
    digest.begin('GET', '/').refused(`Digest realm="r", qop="auth", nonce="${nonce}"${more}`);
  const nonceOf = (header: string | undefined) => fields(header).nonce;

  test('is used by one request at a time', () => {
    const digest = new Digest('u', 'p');
    learn(digest, 'a');
    const first = digest.begin('GET', '/');
    expect(nonceOf(first.header)).toBe('a');
    expect(digest.begin('GET', '/').header).toBeUndefined();
    first.passed();
    expect(fields(digest.begin('GET', '/').header)).toMatchObject({ nonce: 'a', nc: '00000002' });
  });

  test('that is refused at its first use means a wrong password, and is forgotten', () => {
    const digest = new Digest('u', 'p');
    learn(digest, 'a');
    const refusal = digest.begin('GET', '/').refused('Digest realm="r", qop="auth", nonce="b"');
    expect([refusal.retry, refusal.message]).toEqual(['never', 'The proxy refused its user name or password (407).']);
    expect(digest.begin('GET', '/').header).toBeUndefined();
  });

  test.each([
    ['stale at its first use', 0, ', stale=true'],
    ['refused later, whatever is said of it', 1, ''],
  ])('%s is followed by the new one', (_, uses, more) => {
    const digest = new Digest('u', 'p');
    learn(digest, 'a');
    for (let use = 0; use < uses; use++) digest.begin('GET', '/').passed();
    const refusal = digest.begin('GET', '/').refused(`Digest realm="r", qop="auth", nonce="b"${more}`);
    expect(refusal.retry).toBe('now');
    expect(fields(digest.begin('GET', '/').header)).toMatchObject({ nonce: 'b', nc: '00000001' });
  });
});
