/**
 * Which connections were suspended or resumed by command, recorded in a file that outlives the process. Each command is
 * recorded with what the configuration said at that time: once the configuration says something else, it takes precedence.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The part of a configuration that is needed here. */
export interface SuspensionConfig {
  readonly stateFolder: string;
  readonly identity: string;
  readonly connections: readonly Configured[];
}
/** What the configuration says about a connection. */
interface Configured {
  readonly name: string;
  readonly suspended: boolean;
}
/** A command, and what the configuration said when it was given. */
interface Commanded {
  readonly suspended: boolean;
  readonly configured: boolean;
}
type ByName = Readonly<Record<string, Commanded>>;

export class Suspensions {
  readonly #config: SuspensionConfig;
  readonly #path: string;

  constructor(config: SuspensionConfig) {
    this.#config = config;
    const name = createHash('sha256').update(config.identity).digest('hex').slice(0, 16);
    this.#path = join(config.stateFolder, `${name}.json`);
  }

  async isSuspended({ name, suspended }: Configured): Promise<boolean> {
    const commanded = (await this.#read())[name];
    return commanded?.configured === suspended ? commanded.suspended : suspended;
  }

  /** Throws if the file cannot be written. */
  async set(name: string, suspended: boolean): Promise<void> {
    const configured = this.#config.connections.find((each) => each.name === name)?.suspended ?? false;
    await this.#write({ ...(await this.#read()), [name]: { suspended, configured } });
  }

  /** Removes commands that the configuration has overruled, so that they do not apply again when it changes back. */
  async removeOverruled(): Promise<void> {
    const all = await this.#read();
    const valid = this.#config.connections.filter(({ name, suspended }) => all[name]?.configured === suspended);
    const remaining = Object.fromEntries(valid.map(({ name }) => [name, all[name] as Commanded]));
    if (Object.keys(remaining).length < Object.keys(all).length) await this.#write(remaining);
  }

  /** A file that cannot be read counts as empty. */
  async #read(): Promise<ByName> {
    try {
      return JSON.parse(await readFile(this.#path, 'utf8')) as ByName;
    } catch {
      return {};
    }
  }

  async #write(all: ByName): Promise<void> {
    await mkdir(this.#config.stateFolder, { recursive: true, mode: 0o700 });
    const draft = `${this.#path}.${process.pid}`;
    await writeFile(draft, JSON.stringify(all), { mode: 0o600 });
    await rename(draft, this.#path);
  }
}
