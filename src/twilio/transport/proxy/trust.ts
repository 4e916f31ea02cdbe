/** Whom TLS believes: Node's own roots and, beside them, the connection's. */
import { readFileSync } from 'node:fs';
import tls, { type SecureContext } from 'node:tls';
import { certificatesOf } from '../../../certificates.ts';

/** Made once for all connections: reading the roots takes tens of milliseconds. Without a CA, Node's own is used. */
export const trustOf = (ca: string | undefined): SecureContext | undefined =>
  ca === undefined ? undefined : tls.createSecureContext({ ca: [...defaultRoots(), ...certificatesOf(ca)] });

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
    return certificatesOf(readFileSync(path, 'utf8'));
  } catch {
    return [];
  }
};
