/** Reads the form of the file of connections (YAML or JSON): values by connection and key, and mistakes in names and keys. */
import { readFile } from 'node:fs/promises';
import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import { connectionSettings, fileSettings, secretSettings } from './settings.ts';

export interface FileConnection {
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}
export interface ConnectionsFile {
  readonly connections: readonly FileConnection[];
  readonly mistakes: readonly string[];
}

/** The rule of the reference connector. */
export const NAME = /^[a-z](?:[a-z0-9-]{0,47}[a-z0-9])?$/;
const NAME_RULE =
  'the name must be at most 49 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen';
const EXAMPLE = 'such as "connections: { sales: { sandbox: true } }"';

/** All keys of a connection. */
const keys: readonly string[] = [
  ...Object.keys(fileSettings),
  ...Object.keys(connectionSettings),
  ...secretSettings.map((key) => `${key}_file`),
];

export const readConnectionsFile = async (path: string): Promise<ConnectionsFile> => {
  try {
    return await parseConnections(await readFile(path, 'utf8'));
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return broken(`--config: the file cannot be read (${code}); name one, such as --config connections.yaml`);
  }
};

/** Checks the form only; the settings check the values. */
const parseConnections = async (text: string): Promise<ConnectionsFile> => {
  // Loaded only if there is a file.
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [fault] = document.errors;
  if (fault) return broken(faultOf(fault.code, text.slice(fault.pos[0]), lines.linePos(fault.pos[0]).line));
  const root: unknown = document.toJS();
  if (!isObject(root)) return broken(`--config: the file must hold connections, ${EXAMPLE}`);
  const unknownKeys = Object.keys(root)
    .filter((key) => key !== 'connections' && key !== '$schema')
    .map((key) => unknownKey(key, key, ['connections']));
  const given = root.connections;
  if (!isObject(given) || Object.keys(given).length === 0) {
    const mistake = `connections: must contain connections by name, ${EXAMPLE}`;
    return { connections: [], mistakes: [...unknownKeys, mistake] };
  }
  const connections = Object.entries(given).map(([name, values]) => ({ name, values }));
  return {
    connections: connections.flatMap(({ name, values }) => (isObject(values) ? [{ name, values }] : [])),
    mistakes: [...unknownKeys, ...connections.flatMap(({ name, values }) => formOf(name, values))],
  };
};

const broken = (mistake: string): ConnectionsFile => ({ connections: [], mistakes: [mistake] });

/** The parser's own message would quote the file. */
const faultOf = (code: string, rest: string, line: number): string => {
  if (code !== 'DUPLICATE_KEY')
    return `--config: line ${line} is neither YAML nor JSON (${code.toLowerCase().replaceAll('_', ' ')}); ${EXAMPLE}`;
  const key = /^["']?([\w-]+)/.exec(rest)?.[1] ?? '--config';
  return `${shown(key)}: appears a second time in line ${line}; each name and key may appear once, ${EXAMPLE}`;
};

const formOf = (name: string, values: unknown): string[] => {
  const path = `connections.${shown(name)}`;
  const wrongName = NAME.test(name) ? [] : [`${path}: ${NAME_RULE}, such as sales-eu`];
  if (!isObject(values)) return [...wrongName, `${path}: must contain settings, such as { sandbox: true }`];
  const unknownKeys = Object.keys(values).filter((key) => !keys.includes(key));
  return [...wrongName, ...unknownKeys.map((key) => unknownKey(`${path}.${shown(key)}`, key, keys))];
};

const unknownKey = (path: string, key: string, known: readonly string[]): string => {
  const [guess] = suggestionList(key, known);
  const advice = guess === undefined ? `the settings are ${known.join(', ')}` : `did you mean ${guess}?`;
  return `${path}: is not a setting; ${advice}`;
};

/** A secret that was written in place of a key must not be printed whole. */
const shown = (key: string): string => (key.length > 60 || !/^[\w$.-]+$/.test(key) ? `${key.slice(0, 3)}…` : key);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
