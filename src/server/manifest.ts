/** Opens the manifest of trusted documents that the settings name. */
import { readFileSync } from 'node:fs';
import { type Config, ConfigError } from '../config/index.ts';
import { readManifest, type TrustedDocuments } from '../http/index.ts';

/** Throws a {@link ConfigError} if it cannot be read. */
export const openManifest = ({ trustedDocuments, trustedDocumentsOnly }: Config): TrustedDocuments | undefined => {
  if (trustedDocuments === undefined) {
    if (!trustedDocumentsOnly) return undefined;
    throw new ConfigError('TRUSTED_DOCUMENTS: must also be set, because TRUSTED_DOCUMENTS_ONLY is set');
  }
  try {
    return readManifest(readFileSync(trustedDocuments, 'utf8'), trustedDocumentsOnly);
  } catch (error) {
    throw new ConfigError(`TRUSTED_DOCUMENTS: cannot be read: ${(error as Error).message}`);
  }
};
