/** The settings that a command finds around it: the environment, and `.env` in the folder in which it is started. */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigError, type Environment } from '../config/index.ts';

/** Read again on every call, since a reload may find a changed file. The environment takes precedence. */
export const readEnvironment = (): Environment => ({ ...readDotEnv(), ...process.env });

const readDotEnv = (): Environment => {
  try {
    return parseEnv(readFileSync('.env', 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return {};
    throw new ConfigError(`.env: cannot be read (${code}); make it a file that this user may read`);
  }
};
