/** A certificate for loopback and the CA that signed it, made anew for each run: none is kept that could expire. */
import { generate } from 'selfsigned';

export interface Certificates {
  /** PEM of the CA, which nobody trusts unless told. */
  readonly ca: string;
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
  return { ca: ca.cert, cert: leaf.cert, key: leaf.private };
};
