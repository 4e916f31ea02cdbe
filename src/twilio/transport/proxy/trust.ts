/** Which certificates TLS trusts: Node's own roots and those of the connection. */
import { readFileSync } from 'node:fs';
import tls, { type SecureContext } from 'node:tls';
import { certificatesOf } from '../../../certificates.ts';

/** By CA: reading the roots takes tens of milliseconds, and connections usually have the same CA. */
const contexts = new Map<string, SecureContext>();

/** `undefined` without a CA: then Node's own context is used. */
export const trustOf = (ca: string | undefined): SecureContext | undefined => {
  if (ca === undefined) return undefined;
  const context = contexts.get(ca) ?? tls.createSecureContext({ ca: [...defaultRoots(), ...certificatesOf(ca)] });
  contexts.set(ca, context);
  return context;
};

/** `getCACertificates` is missing in Node 20 and early 22. */
const node: typeof tls & { getCACertificates?(of: 'default'): readonly string[] } = tls;

const defaultRoots = (): readonly string[] => {
  if (node.getCACertificates) return node.getCACertificates('default');
  const extra = process.env.NODE_EXTRA_CA_CERTS;
  return [...tls.rootCertificates, ...(extra ? readExtra(extra) : [])];
};

/** Like Node, which has printed a warning, this ignores a file that cannot be read. */
const readExtra = (path: string): readonly string[] => {
  try {
    return certificatesOf(readFileSync(path, 'utf8'));
  } catch {
    return [];
  }
};
