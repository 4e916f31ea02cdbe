/** The configuration as it is printed and compared, by the settings' own keys and without any secret. */
import { stringify } from 'yaml';
import type { Config, ConnectionConfig } from './index.ts';
import { Secret } from './secrets.ts';

/** YAML, in the form of the file. */
export const showConfig = ({ port, host, drainMs, file, connections }: Config): string => {
  const shown = {
    server: { port, host, drain_ms: drainMs, ...(file && { config: file }) },
    connections: Object.fromEntries(connections.map(({ name, settings }) => [name, settings])),
  };
  // Secrets mask themselves in JSON.
  return stringify(JSON.parse(JSON.stringify(shown)));
};

/** Keys of the settings in which two configurations of a connection differ. */
export const differences = ({ settings: one }: ConnectionConfig, { settings: other }: ConnectionConfig): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => !isSame(one[key], other[key]));

const isSame = (one: unknown, other: unknown): boolean =>
  one instanceof Secret && other instanceof Secret
    ? one.equals(other)
    : JSON.stringify(one) === JSON.stringify(other) && one instanceof Secret === other instanceof Secret;
