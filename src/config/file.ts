/** The file of connections: YAML, and so JSON as well, as values by connection and key, with what is wrong in its form. */
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

/** The reference's rule. */
export const NAME = /^[a-z](?:[a-z0-9-]{0,47}[a-z0-9])?$/;
const NAME_RULE = 'the name must be at most 49 lower-case letters, digits and hyphens, first a letter, last no hyphen';
const EXAMPLE = 'such as "connections: { sales: { sandbox: true } }"';

/** All keys that a connection may have. */
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

/** The form alone; what the values must be is for the settings to say. */
const parseConnections = async (text: string): Promise<ConnectionsFile> => {
  // Not for who has no file.
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [fault] = document.errors;
  if (fault) return broken(faultOf(fault.code, text.slice(fault.pos[0]), lines.linePos(fault.pos[0]).line));
  const root: unknown = document.toJS();
  if (!isObject(root)) return broken(`--config: the file must hold connections, ${EXAMPLE}`);
  const strangers = Object.keys(root)
    .filter((key) => key !== 'connections' && key !== '$schema')
    .map((key) => unknownKey(key, key, ['connections']));
  const given = root.connections;
  if (!isObject(given) || Object.keys(given).length === 0) {
    const mistake = `connections: must be names, each with its settings, ${EXAMPLE}`;
    return { connections: [], mistakes: [...strangers, mistake] };
  }
  const connections = Object.entries(given).map(([name, values]) => ({ name, values }));
  return {
    connections: connections.flatMap(({ name, values }) => (isObject(values) ? [{ name, values }] : [])),
    mistakes: [...strangers, ...connections.flatMap(({ name, values }) => formOf(name, values))],
  };
};

const broken = (mistake: string): ConnectionsFile => ({ connections: [], mistakes: [mistake] });

/** The words of the parser would quote the file. */
const faultOf = (code: string, rest: string, line: number): string => {
  if (code !== 'DUPLICATE_KEY')
    return `--config: line ${line} is neither YAML nor JSON (${code.toLowerCase().replaceAll('_', ' ')}); ${EXAMPLE}`;
  const key = /^["']?([\w-]+)/.exec(rest)?.[1] ?? '--config';
  return `${shown(key)}: is there a second time in line ${line}; each name and key may be there once, ${EXAMPLE}`;
};

const formOf = (name: string, values: unknown): string[] => {
  const place = `connections.${shown(name)}`;
  const wrongName = NAME.test(name) ? [] : [`${place}: ${NAME_RULE}, such as sales-eu`];
  if (!isObject(values)) return [...wrongName, `${place}: must be settings, such as { sandbox: true }`];
  const strangers = Object.keys(values).filter((key) => !keys.includes(key));
  return [...wrongName, ...strangers.map((key) => unknownKey(`${place}.${shown(key)}`, key, keys))];
};

const unknownKey = (place: string, key: string, known: readonly string[]): string => {
  const [guess] = suggestionList(key, known);
  const advice = guess === undefined ? `known are ${known.join(', ')}` : `did you mean ${guess}?`;
  return `${place}: is no setting; ${advice}`;
};

/** A secret that has slipped into a key's place is not printed whole. */
const shown = (key: string): string => (key.length > 60 || !/^[\w$.-]+$/.test(key) ? `${key.slice(0, 3)}…` : key);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
