/** The reference of all settings for people: `.env.example` and the table of docs/configuration.md. */
import { connectionSettings, environmentName, secretSettings, settings } from './settings.ts';

const defaultOf = (name: string): string => String(settings[name]?.safeParse(undefined).data ?? '');

/** Environment variables by the key that the file of connections has for them. */
const keys = new Map(
  Object.keys(connectionSettings).flatMap((key) => [
    [environmentName(key), key] as const,
    ...(secretSettings.some((each) => each === key) ? [[`${environmentName(key)}_FILE`, `${key}_file`] as const] : []),
  ]),
);

/** `.env.example`: every variable with its meaning and its default. */
export const environmentExample = (): string =>
  [
    '# Every setting with its default. Copy this file to .env and fill it in: the command reads .env from the folder in which it',
    '# is started.',
    '# An empty setting counts as not set. Variables of the environment take precedence. Without credentials, the server',
    '# runs on a sandbox.',
    ...Object.entries(settings).map(([name, { description }]) => `\n# ${description}\n${name}=${defaultOf(name)}`),
  ].join('\n');

/** A Markdown table of every setting: variable, key in the file, default and meaning. */
export const settingsTable = (): string =>
  [
    '| variable | key in the file | default | meaning |',
    '|---|---|---|---|',
    ...Object.entries(settings).map(([name, { description }]) => {
      const [key, fallback] = [keys.get(name), defaultOf(name)];
      return `| \`${name}\` | ${key ? `\`${key}\`` : ''} | ${fallback && `\`${fallback}\``} | ${description} |`;
    }),
  ].join('\n');
