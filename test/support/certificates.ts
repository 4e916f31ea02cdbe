/** A certificate for loopback and the CA that signed it, made anew for each run: none is kept that could expire. */
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface Certificates {
  /** PEM of the CA, which nobody trusts unless told. */
  readonly ca: string;
  /** The same, in a file until the process ends. */
  readonly caFile: string;
  readonly cert: string;
  readonly key: string;
}

/** `host`: whom it is for, beside 127.0.0.1. */
export const makeCertificates = async (host = 'localhost'): Promise<Certificates> => {
  const ca = await generate([{ name: 'commonName', value: 'A CA of the tests' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const leaf = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ca: { key: ca.private, cert: ca.cert },
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: host },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const caFile = join(tmpdir(), `ca-of-tests-${randomUUID()}.pem`);
  writeFileSync(caFile, ca.cert);
  process.once('exit', () => rmSync(caFile, { force: true }));
  return { ca: ca.cert, caFile, cert: leaf.cert, key: leaf.private };
};
