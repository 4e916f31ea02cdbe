/** Certificates in PEM, read before anybody is trusted by them. */
import { X509Certificate } from 'node:crypto';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Throws if there is none in it, or one cannot be read. */
export const certificatesOf = (pem: string): readonly string[] => {
  const certificates = pem.match(CERTIFICATE) ?? [];
  if (certificates.length === 0) throw new Error('holds no certificate');
  try {
    for (const certificate of certificates) new X509Certificate(certificate);
  } catch {
    throw new Error('holds a certificate that cannot be read');
  }
  return certificates;
};
