/** Prints the configuration with the settings' own keys and without secrets. */
import { stringify } from 'yaml';
import type { Config } from './config.ts';

/** YAML in the form of the file of connections. */
export const showConfig = ({ port, host, auth, drainMs, file, connections }: Config): string => {
  const shown = {
    server: { port, host, auth, drain_ms: drainMs, ...(file && { config: file }) },
    connections: Object.fromEntries(connections.map(({ name, settings }) => [name, settings])),
  };
  // Secrets mask themselves in JSON.
  return stringify(JSON.parse(JSON.stringify(shown)));
};
