/** A CA of one's own is believed beside the usual ones, and what holds none is refused in words. */
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { afterEach, expect, test, vi } from 'vitest';
import { certificatesOf } from '../../../../../src/certificates.ts';
import { trustOf } from '../../../../../src/twilio/transport/proxy/trust.ts';
import { makeCertificates } from '../../../../support/certificates.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('certificates of a PEM, with whatever stands between them', async () => {
  const [one, other] = await Promise.all([makeCertificates(), makeCertificates()]);
  expect(certificatesOf(`# one\n${one.ca}\n# other\n${other.ca}\n`)).toHaveLength(2);
});

test.each([
  ['', 'holds no certificate'],
  ['geheim', 'holds no certificate'],
  ['-----BEGIN CERTIFICATE-----\ngeheim\n-----END CERTIFICATE-----', 'holds a certificate that cannot be read'],
])('%j is refused', (pem, expected) => {
  for (const read of [certificatesOf, trustOf]) {
    expect(() => read(pem)).toThrow(expected);
    expect(() => read(pem)).not.toThrow('geheim');
  }
});

test('nothing is changed without one', () => {
  expect(trustOf(undefined)).toBeUndefined();
});

test('the usual roots and NODE_EXTRA_CA_CERTS stay believed', async () => {
  const [own, extra] = await Promise.all([makeCertificates(), makeCertificates()]);
  const file = join(tmpdir(), `extra-${process.pid}.pem`);
  await writeFile(file, extra.ca);
  vi.stubEnv('NODE_EXTRA_CA_CERTS', file);
  const made = vi.spyOn(tls, 'createSecureContext');
  trustOf(own.ca);
  const believed = made.mock.calls[0]?.[0]?.ca as string[];
  expect(believed).toEqual(
    expect.arrayContaining([own.ca.trim(), tls.rootCertificates[0], tls.rootCertificates.at(-1)]),
  );
  // A Node that can tell what it believes has read the variable when it started.
  if (!('getCACertificates' in tls)) expect(believed).toContain(extra.ca.trim());
});

test('connections with the same CA share what was read', async () => {
  const [one, other] = await Promise.all([makeCertificates(), makeCertificates()]);
  expect(trustOf(one.ca)).toBe(trustOf(one.ca));
  expect(trustOf(one.ca)).not.toBe(trustOf(other.ca));
});

test('an extra file that cannot be read is none', async () => {
  vi.stubEnv('NODE_EXTRA_CA_CERTS', join(tmpdir(), 'there-is-no-such-file.pem'));
  expect(trustOf((await makeCertificates()).ca)).toBeDefined();
});
