/** Prints the configuration with the settings' own keys and without secrets. */
import { stringify } from 'yaml';
import type { Config } from './config.ts';

/** YAML in the form of the file of connections. */
export const showConfig = (config: Config): string => {
  const { jwt, connections } = config;
  const shown = {
    server: {
      port: config.port,
      host: config.host,
      public_url: config.publicUrl,
      trusted_proxies: config.trustedProxies,
      auth: config.auth,
      ...(jwt && {
        jwt_jwks: jwt.keySet,
        jwt_issuer: jwt.issuer,
        jwt_audience: jwt.audience,
        jwt_algorithms: jwt.algorithms,
        jwt_scopes_claim: jwt.scopesClaim,
        jwt_connections_claim: jwt.connectionsClaim,
        jwt_accounts_claim: jwt.accountsClaim,
      }),
      trusted_documents: config.trustedDocuments,
      trusted_documents_only: config.trustedDocumentsOnly,
      drain_ms: config.drainMs,
      otel_exporter_otlp_endpoint: config.tracesTo,
      state: config.stateFolder,
      config: config.file,
    },
    connections: Object.fromEntries(connections.map(({ name, settings }) => [name, settings])),
  };
  // Secrets mask themselves in JSON, and what is not set is left out.
  return stringify(JSON.parse(JSON.stringify(shown)));
};
