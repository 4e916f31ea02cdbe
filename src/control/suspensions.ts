/** Which connections were suspended or resumed by command: kept in a file, so that it outlives the process. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The part of a configuration that this needs. */
export interface Kept {
  readonly stateFolder: string;
  readonly identity: string;
  readonly connections: readonly Said[];
}
/** What the configuration says of a connection. */
interface Said {
  readonly name: string;
  readonly suspended: boolean;
}
/** A command, and what the configuration said when it was given: once that says something else, it is over. */
interface Commanded {
  readonly suspended: boolean;
  readonly said: boolean;
}
type ByName = Readonly<Record<string, Commanded>>;

export class Suspensions {
  readonly #config: Kept;
  readonly #path: string;

  constructor(config: Kept) {
    this.#config = config;
    const name = createHash('sha256').update(config.identity).digest('hex').slice(0, 16);
    this.#path = join(config.stateFolder, `${name}.json`);
  }

  async isSuspended({ name, suspended }: Said): Promise<boolean> {
    const commanded = (await this.#read())[name];
    return commanded?.said === suspended ? commanded.suspended : suspended;
  }

  /** Throws what the file system does. */
  async set(name: string, suspended: boolean): Promise<void> {
    const said = this.#config.connections.find((each) => each.name === name)?.suspended ?? false;
    await this.#write({ ...(await this.#read()), [name]: { suspended, said } });
  }

  /** Forgets commands that are over, so that they do not count again when the configuration is what it was. */
  async forgetOver(): Promise<void> {
    const all = await this.#read();
    const counts = this.#config.connections.filter(({ name, suspended }) => all[name]?.said === suspended);
    const left = Object.fromEntries(counts.map(({ name }) => [name, all[name] as Commanded]));
    if (Object.keys(left).length < Object.keys(all).length) await this.#write(left);
  }

  /** What cannot be read counts as nothing said. */
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
