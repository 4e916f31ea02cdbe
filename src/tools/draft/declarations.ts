/** Reads the SDK's own declarations: the members of its interfaces and classes, its type aliases and its imports. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A property, or a method with its arguments as they are written. */
export interface Member {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly args?: string;
}
export interface Block {
  readonly isInterface: boolean;
  readonly members: readonly Member[];
}
export interface Declarations {
  readonly file: string;
  readonly blocks: ReadonlyMap<string, Block>;
  readonly aliases: ReadonlyMap<string, string>;
  /** The file that a name is imported from. */
  readonly imports: ReadonlyMap<string, string>;
  /** Class → property → its name in JSON. */
  readonly written: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export const readDeclarations = (folder: string): ReadonlyMap<string, Declarations> => {
  const found = new Map<string, Declarations>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) for (const [name, each] of readDeclarations(file)) found.set(name, each);
    else if (file.endsWith('.d.ts')) found.set(file, parse(file));
  }
  return found;
};

const BLOCK = /^(?:export )?(?:default )?(?:declare )?(interface|class) (\w+)[^{]*\{\n([\s\S]*?)\n?^\}/gm;

const parse = (file: string): Declarations => {
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const blocks = new Map<string, Block>();
  for (const [, kind, name = '', body = ''] of text.matchAll(BLOCK)) {
    const known = blocks.get(name);
    const members = new Map([...(known?.members ?? []), ...membersOf(body)].map((each) => [keyOf(each), each]));
    blocks.set(name, {
      isInterface: known?.isInterface === true || kind === 'interface',
      members: [...members.values()],
    });
  }
  const aliases = new Map(
    [...text.matchAll(/^export type (\w+) = ([^;]+);/gm)].map(([, name = '', type = '']) => [name, type]),
  );
  const imports = new Map<string, string>();
  for (const [, names, single, from] of text.matchAll(/^import (?:\{([^}]+)\}|(\w+)[^"]*) from "(\.[^"]+)"/gm))
    for (const name of (names ?? single ?? '').split(','))
      imports.set(name.trim(), join(dirname(file), `${from}.d.ts`));
  return { file, blocks, aliases, imports, written: writtenIn(file.replace(/\.d\.ts$/, '.js')) };
};
/** The SDK's classes say in their constructors how Twilio's JSON writes each property. */
const writtenIn = (file: string): Declarations['written'] => {
  if (!existsSync(file)) return new Map();
  const classes = readFileSync(file, 'utf8').matchAll(
    /^class (\w+)[^{]*\{\n {4}constructor\([^)]*\) \{\n([\s\S]*?)\n {4}\}/gm,
  );
  const assigned = /this\.(\w+) =[^;]*?payload(?:\.(\w+)|\["([^"]+)"\])/g;
  return new Map(
    [...classes].map(([, name = '', body = '']) => [
      name,
      new Map([...body.matchAll(assigned)].map(([, own = '', plain, quoted]) => [own, plain ?? quoted ?? own])),
    ]),
  );
};
const keyOf = ({ name, args = '' }: Member): string => `${name}(${args}`;

/** Splits a body at the semicolons of its own depth. */
const membersOf = (body: string): Member[] => {
  const members: Member[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < body.length; i++) {
    const letter = body[i] ?? '';
    if ('{(<['.includes(letter)) depth++;
    if ('})>]'.includes(letter) && body[i - 1] !== '=') depth--;
    if (letter !== ';' || depth > 0) continue;
    const member = memberOf(body.slice(start, i).trim());
    if (member) members.push(member);
    start = i + 1;
  }
  return members;
};

const memberOf = (text: string): Member | undefined => {
  if (/^((protected|private|static) |constructor\(|\[)/.test(text)) return undefined;
  const property = /^(get )?(?:"([^"]+)"|'([^']+)'|(\w+))(\?)?(\(\))?: ([\s\S]+)$/.exec(text);
  if (property && (!property[6] || property[1])) {
    const [, , double, single, plain = '', optional, , type = ''] = property;
    return { name: double ?? single ?? plain, optional: optional !== undefined, type };
  }
  const method = /^(\w*)\(([\s\S]*)\): ([\s\S]+)$/.exec(text);
  return method
    ? { name: method[1] || '()', args: method[2] ?? '', type: method[3] ?? '', optional: false }
    : undefined;
};

/** What a name means in a file: its members there, or in the file that it is imported from. */
export const blockOf = (
  all: ReadonlyMap<string, Declarations>,
  at: Declarations,
  name: string,
): { readonly block: Block; readonly at: Declarations } | undefined => {
  const here = at.blocks.get(name);
  if (here) return { block: here, at };
  const from = all.get(at.imports.get(name) ?? '');
  const there = from?.blocks.get(name);
  return from && there ? { block: there, at: from } : undefined;
};
export const aliasOf = (all: ReadonlyMap<string, Declarations>, at: Declarations, name: string): string | undefined =>
  at.aliases.get(name) ?? all.get(at.imports.get(name) ?? '')?.aliases.get(name);
