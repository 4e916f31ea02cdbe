/**
 * The Dockerfile keeps its rules, and its steps work: there is no container engine here, so they run as plain commands
 * in an empty folder, and the server starts there as another user in a tree that it cannot write to.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { settings } from '../../src/config/settings.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = join(ROOT, 'deploy/container');
const dockerfile = DockerfileParser.parse(readFileSync(join(FOLDER, 'Dockerfile'), 'utf8'));
const instructions = dockerfile.getInstructions();

/** Instructions of each stage. */
const stages = instructions.reduce<Instruction[][]>((all, each) => {
  if (each.getKeyword() === 'FROM') all.push([]);
  all.at(-1)?.push(each);
  return all;
}, []);
const textOf = (instruction: Instruction): string =>
  (instruction.getRawArgumentsContent() ?? '').replace(/\\\n/g, ' ').replace(/\s+/g, ' ');
const all = (stage: readonly Instruction[], keyword: string): readonly string[] =>
  stage.filter((each) => each.getKeyword() === keyword).map(textOf);
const [building = [], running = []] = stages;
const environment = Object.fromEntries(
  dockerfile.getENVs().flatMap((each) => each.getProperties().map((one) => [one.getName(), one.getValue() ?? ''])),
);

describe('rules', () => {
  test('the last of two stages has no build tools and runs as a user without rights', () => {
    expect(stages).toHaveLength(2);
    expect(all(running, 'RUN').join()).not.toMatch(/\b(npm|apt|apk|curl|tsc)\b/);
    expect(all(running, 'USER')).toEqual(['1000:1000']);
    expect(running.findIndex((each) => each.getKeyword() === 'USER')).toBeLessThan(
      running.findIndex((each) => each.getKeyword() === 'ENTRYPOINT'),
    );
  });

  test('images are pinned to a version that the package supports, from one base', () => {
    const images = dockerfile.getFROMs().map((from) => from.getImage());
    expect(new Set(images).size).toBe(1);
    expect(images[0]).toMatch(/^node:(22|24)-/);
  });

  test('the process gets signals itself', () => {
    expect(all(running, 'ENTRYPOINT')).toEqual(['["node", "dist/bundle/main.js"]']);
    expect(all(running, 'CMD')).toEqual([]);
  });

  test('it has a health check, labels and one volume, named by the setting', () => {
    expect(all(running, 'HEALTHCHECK').join()).toContain('/health/live');
    expect(all(running, 'LABEL').join()).toMatch(/image\.title=.*image\.licenses="MIT"/);
    expect(all(running, 'VOLUME')).toEqual([environment.TWILIO_GRAPHQL_STATE]);
  });

  test('its variables are settings, and none is a secret', () => {
    const known = [...Object.keys(settings), 'NODE_ENV', 'XDG_RUNTIME_DIR'];
    for (const name of Object.keys(environment)) expect(known).toContain(name);
    expect(Object.keys(environment).join()).not.toMatch(/TOKEN|SECRET|PASSWORD|KEY/);
    expect(dockerfile.getARGs()).toEqual([]);
  });

  test('only what is copied is sent to the builder', () => {
    const sent = readFileSync(join(FOLDER, 'Dockerfile.dockerignore'), 'utf8')
      .split('\n')
      .filter((line) => /^[*!]/.test(line));
    expect(sent[0]).toBe('*');
    const copied = all(building, 'COPY').flatMap((text) => text.split(' ').slice(0, -1));
    expect(
      sent
        .slice(1)
        .map((line) => line.slice(1))
        .sort(),
    ).toEqual([...copied].sort());
  });

  test('the Compose file runs two nodes of it without rights, with settings that exist', () => {
    const { services, volumes } = parse(readFileSync(join(FOLDER, 'compose.yaml'), 'utf8'), { merge: true });
    expect(Object.keys(services)).toEqual(['first', 'second', 'redis']);
    for (const name of ['first', 'second']) {
      const { environment: given, read_only, cap_drop, build, ...service } = services[name];
      expect({ read_only, cap_drop }).toEqual({ read_only: true, cap_drop: ['ALL'] });
      expect(join(FOLDER, build.context, build.dockerfile)).toBe(join(FOLDER, 'Dockerfile'));
      for (const key of Object.keys(given)) expect(Object.keys(settings)).toContain(key);
      expect(service.volumes).toEqual([`${name}:${environment.TWILIO_GRAPHQL_STATE}`]);
      expect(Object.keys(volumes)).toContain(name);
    }
  });
});

/** Who runs the server; the test must be allowed to become somebody else. */
const USER = 1000;
const isRoot = process.getuid?.() === 0;

const skipped = isRoot ? '' : ' (SKIPPED: they need root, to start the server as another user)';

describe.runIf(isRoot)(`its steps, in an empty folder${skipped}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'twilio-graphql-image-'));
  const app = join(folder, 'app');
  const state = join(folder, 'state');
  let server: ChildProcess | undefined;

  beforeAll(() => {
    mkdirSync(app);
    for (const step of building) {
      const text = textOf(step);
      if (step.getKeyword() === 'COPY')
        for (const name of text.split(' ').slice(0, -1)) cpSync(join(ROOT, name), join(app, name), { recursive: true });
      if (step.getKeyword() === 'RUN') execFileSync('/bin/sh', ['-c', text], { cwd: app, stdio: 'pipe' });
    }
    mkdirSync(state, { mode: 0o700 });
    chownSync(state, USER, USER);
    chmodSync(folder, 0o755);
  });
  afterAll(() => {
    server?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs the image's command as its user would. */
  const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const given = { ...environment, TWILIO_GRAPHQL_STATE: state, XDG_RUNTIME_DIR: state, PATH: process.env.PATH ?? '' };
    const child = spawn('node', ['dist/bundle/main.js', ...args], {
      cwd: app,
      env: { ...given, PORT: '0', ...env },
      uid: USER,
      gid: USER,
    });
    const said = { text: '' };
    child.stdout.on('data', (chunk) => (said.text += chunk));
    child.stderr.on('data', (chunk) => (said.text += chunk));
    return { child, said };
  };

  test('no compiler, no test tools and no sources are left', () => {
    for (const name of ['typescript', 'rolldown', '@types/node', 'vitest', '@biomejs/biome', 'playwright-core'])
      expect(existsSync(join(app, 'node_modules', name)), name).toBe(false);
    expect(readdirSync(app).sort()).toEqual([
      'assets',
      'dist',
      'node_modules',
      'package-lock.json',
      'package.json',
      'schema.graphql',
    ]);
  });

  test('the server answers, writes only to its state folder, and ends by itself on SIGTERM', async () => {
    const { child, said } = start([], { HOST: '127.0.0.1' });
    server = child;
    await expect.poll(() => said.text, { timeout: 60_000 }).toContain('/graphql');
    const url = /http:\S+\/graphql/.exec(said.text)?.[0] ?? '';
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ calls(first: 1) { nodes { sid } } }' }),
    });
    expect(await answer.json()).toMatchObject({ data: { calls: { nodes: [{ sid: expect.stringMatching(/^CA/) }] } } });
    const check = (JSON.parse(/CMD (\[.*\])/.exec(all(running, 'HEALTHCHECK').join())?.[1] ?? '[]') as string[]).slice(
      1,
    );
    const ask = (port: string) => execFileSync('node', check, { env: { PATH: process.env.PATH ?? '', PORT: port } });
    ask(new URL(url).port);
    expect(() => ask('1')).toThrow();
    const [exit] = await Promise.all([once(child, 'exit'), child.kill('SIGTERM')]);
    expect(exit).toEqual([0, null]);
    expect(said.text).not.toMatch(/EACCES|EPERM|EROFS/);
  });

  const account = { TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'f'.repeat(32) };
  test.each([
    ['a missing secret file', 'TWILIO_AUTH_TOKEN_FILE', { TWILIO_AUTH_TOKEN: '', TWILIO_AUTH_TOKEN_FILE: '/run/none' }],
    ['a state folder that cannot be written', 'TWILIO_GRAPHQL_STATE', { TWILIO_GRAPHQL_STATE: join(app, 'state') }],
    ['a wrong URL of Redis', 'REDIS_URL', { REDIS_URL: 'http://redis' }],
  ])('%s is one line that names the setting, and exit code 1', async (_, setting, env) => {
    const { child, said } = start([], { HOST: '127.0.0.1', ...account, ...(env as Readonly<Record<string, string>>) });
    const [code] = await once(child, 'exit');
    expect(code).toBe(1);
    expect(said.text.trim().split('\n')).toEqual([expect.stringMatching(new RegExp(`^${setting}\\b`))]);
  });
});
