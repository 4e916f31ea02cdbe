/** Whom TLS believes: Node's own roots and, beside them, the connection's. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import tls, { type SecureContext } from 'node:tls';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** The certificates of a PEM. @throws {Error} if there is none in it, or one cannot be read. */
export const readCertificates = (pem: string): readonly string[] => {
  const certificates = pem.match(CERTIFICATE) ?? [];
  if (certificates.length === 0) throw new Error('must hold certificates in PEM (-----BEGIN CERTIFICATE-----)');
  try {
    for (const certificate of certificates) new X509Certificate(certificate);
  } catch {
    throw new Error('holds a certificate that cannot be read');
  }
  return certificates;
};

/** Made once for all connections: reading the roots takes tens of milliseconds. Without a CA, Node's own is used. */
export const trustOf = (ca: string | undefined): SecureContext | undefined =>
  ca === undefined ? undefined : tls.createSecureContext({ ca: [...defaultRoots(), ...readCertificates(ca)] });

/** What Node 20 and early 22 cannot say. */
const node: typeof tls & { getCACertificates?(of: 'default'): readonly string[] } = tls;

const defaultRoots = (): readonly string[] => {
  if (node.getCACertificates) return node.getCACertificates('default');
  const extra = process.env.NODE_EXTRA_CA_CERTS;
  return [...tls.rootCertificates, ...(extra ? readExtra(extra) : [])];
};

/** As Node does it: what cannot be read is left out; Node has warned of it. */
const readExtra = (path: string): readonly string[] => {
  try {
    return readCertificates(readFileSync(path, 'utf8'));
  } catch {
    return [];
  }
};
