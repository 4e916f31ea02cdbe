/** What a reload has changed in a connection's settings. */
import type { ConnectionConfig } from './connection.ts';
import { Secret } from './secrets.ts';

/** Keys of the settings that differ between two configurations of a connection. */
export const differences = ({ settings: one }: ConnectionConfig, { settings: other }: ConnectionConfig): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => !isSame(one[key], other[key]));

const isSame = (one: unknown, other: unknown): boolean =>
  one instanceof Secret && other instanceof Secret
    ? one.equals(other)
    : JSON.stringify(one) === JSON.stringify(other) && one instanceof Secret === other instanceof Secret;
