/** The variables of the Terraform module are settings of the server: same names, types, defaults and rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from '@cdktf/hcl2json';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { NAME } from '../../src/config/file.ts';
import { connectionSettings, environmentName, fileSettings, settings } from '../../src/config/settings.ts';

const MODULE = new URL('../../deploy/terraform/', import.meta.url);
const EXAMPLES = new URL('examples/', MODULE);

interface Variable {
  readonly description: string;
  readonly type: string;
  readonly default?: unknown;
  readonly validation?: readonly { readonly condition: string; readonly error_message: string }[];
}
// biome-ignore lint/suspicious/noExplicitAny: HCL as JSON has whatever a file says.
type Hcl = any;

const parsed = (folder: URL): Promise<readonly Hcl[]> =>
  Promise.all(
    readdirSync(folder)
      .filter((name) => name.endsWith('.tf'))
      .map((name) => parse(name, readFileSync(new URL(name, folder), 'utf8'))),
  );

/** Variables that say where the service runs; all others are settings. */
const PLATFORM = ['name', 'project', 'region', 'image', 'service_account', 'invokers', 'min_nodes', 'max_nodes'];
/** Google's region has the usual name. */
const RENAMED: Readonly<Record<string, string>> = { twilio_region: 'region' };
/** Variables that name a secret in Secret Manager, instead of containing it. */
const SECRETS = ['auth_token', 'redis_url', 'proxy_password'];

const rules: Readonly<Record<string, z.ZodType>> = { ...connectionSettings, ...fileSettings };
const jsonSchemaOf = (name: string): Record<string, unknown> =>
  z.toJSONSchema(rules[RENAMED[name] ?? name] as z.ZodType, { io: 'input', unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
const TYPES: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  boolean: 'bool',
  object: 'map(string)',
};

let variables: Readonly<Record<string, Variable>>;
let files: readonly Hcl[];
beforeAll(async () => {
  files = await parsed(MODULE);
  const entries = files.flatMap((file) => Object.entries<[Variable]>(file.variable ?? {}));
  variables = Object.fromEntries(entries.map(([name, [variable]]) => [name, variable]));
});
const conditionOf = (name: string) => variables[name]?.validation?.[0]?.condition ?? '';

test('every variable is a setting or says where the service runs, and has a description', () => {
  for (const [name, { description, validation = [] }] of Object.entries(variables)) {
    if (!PLATFORM.includes(name)) expect(Object.keys(rules), name).toContain(RENAMED[name] ?? name);
    expect(description).toMatch(/\.$/);
    for (const { error_message } of validation) expect(error_message).toMatch(/\.$/);
  }
});

test('the variables of the reference are there', () => {
  const named = ['proxy_enabled', 'proxy_auth_scheme', 'proxy_user', 'proxy_password', 'proxy_ssltype'];
  expect(Object.keys(variables)).toEqual(expect.arrayContaining([...named, 'description', 'labels', 'log_level']));
  expect(variables).toMatchObject({ min_nodes: { default: 2 }, max_nodes: { default: 50 } });
  expect(variables.proxy_enabled?.type).toContain('bool');
});

test('types, defaults and rules are those of the settings', () => {
  const shared = Object.keys(variables).filter((name) => !PLATFORM.includes(name) && !SECRETS.includes(name));
  expect(shared.length).toBeGreaterThan(12);
  for (const name of shared) {
    const schema = jsonSchemaOf(name);
    const variable = variables[name] as Variable;
    const type = schema.enum ? 'string' : TYPES[String(schema.type)];
    expect(variable.type, name).toBe(`\${${type}}`);
    if (name !== 'account_sid')
      expect(variable.default ?? null, name).toEqual(schema.default ?? (type === 'map(string)' ? {} : null));
    if (schema.enum)
      expect(conditionOf(name), name).toContain(`contains(${JSON.stringify(schema.enum).replaceAll(',', ', ')}, `);
    if (typeof schema.pattern === 'string' && schema.pattern !== '\\S')
      expect(conditionOf(name), name).toContain(`regex("${schema.pattern.replaceAll('\\', '\\\\')}"`);
    if (schema.type === 'integer') {
      expect(conditionOf(name), name).toContain(`>= ${schema.minimum} `);
      expect(conditionOf(name), name).toMatch(new RegExp(`<= ${schema.maximum}\\b`));
    }
  }
});

test('a name is one that the server accepts', () => {
  expect(conditionOf('name')).toContain(`regex("${NAME.source}"`);
});

test('secrets come from Secret Manager in a version, and only what may lack one has a default', () => {
  for (const name of SECRETS) {
    expect(variables[name]?.type).toContain('version = optional(string, "latest")');
    expect('default' in (variables[name] as Variable)).toBe(name === 'proxy_password');
  }
});

test('the service gets every setting under the name of its variable', () => {
  const [{ secrets, settings: given }] = files.flatMap(({ locals = [] }) => locals) as [Record<string, string>];
  const passed = [...`${secrets}${given}`.matchAll(/^\s+([A-Z_]+)\s+= var\.(\w+)$/gm)].map(([, key, name]) => [
    key,
    name,
  ]);
  for (const [key, name] of passed) expect(key).toBe(environmentName(RENAMED[name ?? ''] ?? name ?? ''));
  const own = Object.keys(variables).filter((name) => !PLATFORM.includes(name) && !(name in fileSettings));
  expect(passed.map(([, name]) => name).sort()).toEqual(own.sort());
  for (const [key] of passed) expect(Object.keys(settings)).toContain(key);
});

describe('examples', () => {
  test.each(readdirSync(EXAMPLES))('%s sets variables that exist, and all that have no default', async (example) => {
    const [file] = await parsed(new URL(`${example}/`, EXAMPLES));
    const [[{ source, ...given }]] = Object.values(file.module) as [[Record<string, unknown>]];
    expect(source).toBe('../..');
    for (const name of Object.keys(given)) expect(Object.keys(variables)).toContain(name);
    const required = Object.entries(variables).filter(([, variable]) => !('default' in variable));
    expect(Object.keys(given)).toEqual(expect.arrayContaining(required.map(([name]) => name)));
  });
});
