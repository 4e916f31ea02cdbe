/**
 * Notices that the files of the open store were removed, replaced or cut off. SQLite would go on to write to files that
 * have no name any more: this process would lose its journal with its end, and others would begin an empty one.
 */
import { statSync } from 'node:fs';
import { basename } from 'node:path';

interface Identity {
  readonly device: number;
  readonly inode: number;
  readonly size: number;
}

const identityOf = (path: string): Identity | undefined => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && { device: found.dev, inode: found.ino, size: found.size };
};

export class StoreFiles {
  readonly #known: Map<string, Identity | undefined>;

  /** The database and its write-ahead log, which exists while the database is open and never becomes smaller. */
  constructor(path: string) {
    this.#known = new Map([path, `${path}-wal`].map((each) => [each, identityOf(each)]));
  }

  /** What is wrong with them now, if anything. Clients see it, whom the folders of this machine do not concern. */
  fault(): string | undefined {
    for (const [path, known] of this.#known) {
      const found = identityOf(path);
      const name = basename(path);
      if (!found) return `${name} was removed. Put it back, or restart the server: it then starts with an empty store.`;
      const isSame = !known || (found.device === known.device && found.inode === known.inode);
      if (!isSame) return `${name} was replaced. Put the former file back, or restart the server.`;
      if (known && found.size < known.size) return `${name} was cut off. Stop all servers, and restore it.`;
      this.#known.set(path, found);
    }
    return undefined;
  }
}
