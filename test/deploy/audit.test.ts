/** Known vulnerabilities of what is installed, and the list of all that is installed (SBOM). */
import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { unusedPort } from '../support/ports.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

const folders: string[] = [];
/** npm remembers what it has read of a vulnerability. */
const cache = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'twilio-graphql-audit-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Runs the check against a registry that answers like this. */
const audit = async (registry: string): Promise<{ code: unknown; said: string }> =>
  new Promise((resolve) => {
    const env = {
      ...process.env,
      npm_config_registry: registry,
      npm_config_fetch_retries: '0',
      npm_config_cache: cache(),
    };
    execFile('node', ['test/deploy/audit.mjs'], { cwd: ROOT, env }, (error, stdout) =>
      resolve({ code: error?.code ?? 0, said: stdout }),
    );
  });
const withRegistry = async (answer: RequestListener) => {
  const server = createServer(answer);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    return await audit(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};
const json = (status: number, body: unknown): RequestListener => {
  return (request, response) => {
    const isAudit = request.method === 'POST';
    response.writeHead(isAudit ? status : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isAudit ? body : {}));
  };
};
const advisory = (severity: string) => ({
  undici: [{ id: 1, url: 'https://example.com/1', title: 'A hole', severity, vulnerable_versions: '*' }],
});

test.each<[what: string, answer: RequestListener, code: number, says: RegExp]>([
  ['a registry without audits is reported, and no failure', json(405, {}), 0, /NOT DONE: this registry does not offer/],
  ['nothing found passes', json(200, {}), 0, /^audit: passed/m],
  ['a high vulnerability fails', json(200, advisory('high')), 1, /high: undici: A hole[\s\S]*FAILED/],
  ['a critical vulnerability fails', json(200, advisory('critical')), 1, /critical: undici: A hole/],
  ['a moderate vulnerability passes', json(200, advisory('moderate')), 0, /^audit: passed/m],
  ['a registry that fails is a failure', json(500, {}), 1, /FAILED/],
  ['a registry that refuses is a failure', json(403, {}), 1, /FAILED/],
])('%s', async (_what, answer, code, says) => {
  const found = await withRegistry(answer);
  expect(found.said).toMatch(says);
  expect(found.code).toBe(code);
});

test('a registry that is away is a failure', async () => {
  expect(await audit(`http://127.0.0.1:${await unusedPort()}/`)).toMatchObject({
    code: 1,
    said: expect.stringContaining('FAILED'),
  });
});

// With --omit=dev, npm leaves out production packages that a development package may also use.
test('the SBOM has every package with its version', () => {
  const text = execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const { bomFormat, metadata, components } = JSON.parse(text);
  expect([bomFormat, metadata.component.version]).toEqual(['CycloneDX', manifest.version]);
  const found = components.map((each: Record<string, string>) => each['bom-ref']);
  const direct = Object.entries(manifest.dependencies).map(([name, version]) => `${name}@${version}`);
  expect(found).toEqual(expect.arrayContaining(direct));
});
