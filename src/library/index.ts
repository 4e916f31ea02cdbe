/** The package's entry for programs: the server of the command, started with settings instead of the environment. */
import { readConfig } from '../config/index.ts';
import { createLogs, standardError } from '../observe/index.ts';
import { startServer as start } from '../server/index.ts';

/**
 * Settings by the names of their environment variables, such as `TWILIO_ACCOUNT_SID`, `PORT` or `REDIS_URL`; see
 * docs/configuration.md. The environment of the process is not read. Without credentials, the server runs on a sandbox.
 */
export type Settings = Readonly<Record<string, string>>;

export interface StartOptions {
  /** Gets each line of the log, as JSON, instead of standard error. */
  readonly log?: (line: string) => void;
}

export interface RunningServer {
  /** Where it answers GraphQL over HTTP. `/health/ready` and `/metrics` are at the same origin. */
  readonly url: string;
  /** Ends it: what is running may take so many milliseconds. Returns whether everything could end. */
  close(withinMs?: number): Promise<boolean>;
}

const DRAIN_MS = 10_000;

/**
 * Starts a server in this process. Throws an error whose message has a line for each setting that is wrong; it never
 * contains a value.
 */
export const startServer = async (settings: Settings = {}, { log }: StartOptions = {}): Promise<RunningServer> => {
  const config = await readConfig(settings, { file: settings.TWILIO_GRAPHQL_CONFIG });
  const stream = log ? { write: (line: string) => log(line.trimEnd()) } : await standardError();
  const { url, close } = await start(config, createLogs(stream));
  return { url, close: (withinMs = DRAIN_MS) => close(withinMs) };
};
