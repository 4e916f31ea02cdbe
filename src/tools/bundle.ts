/**
 * Bundles the compiled program, the library and most packages that they use: Node reads a few files at its start instead
 * of two thousand, which takes more than half off the time to the first answer.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { isolatedDeclarationSync } from 'rolldown/experimental';

const dist = fileURLToPath(new URL('../', import.meta.url));
const bundle = join(dist, 'bundle');

/** They load files of their own while they run, are loaded by others that do, or are loaded by few. */
const OUTSIDE: ReadonlySet<string> = new Set([
  ...['bottleneck', 'graphiql', 'ioredis', 'libphonenumber-js', 'libsql', 'pino', 'pino-pretty', 'react', 'react-dom'],
  ...['sms-segments-calculator', 'twilio', 'undici', '@opentelemetry'],
]);
/** A scope counts as one package. */
const packageOf = (path: string): string => /^[^./][^/]*/.exec(path)?.[0] ?? '';

const { output } = await build({
  input: { main: `${dist}main.js`, library: `${dist}library/index.js` },
  platform: 'node',
  external: (id) => OUTSIDE.has(packageOf(id)),
  logLevel: 'warn',
  // Yoga compares its Request with Node's, and is never the same: that comparison alone would load all of Node's fetch.
  transform: { define: { 'globalThis.Request': 'undefined' } },
  // As deep as the folders of src: files beside dist/ are found from here as from there.
  output: { dir: bundle, cleanDir: true },
});

/** One character beyond Latin-1, in a comment even, and V8 keeps two bytes for each character of the file. */
const escaped = (text: string): string =>
  text.replace(/[\u0100-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
for (const { fileName } of output) {
  const path = join(bundle, fileName);
  writeFileSync(path, escaped(readFileSync(path, 'utf8')));
}

const INSIDE = /^.*\/node_modules\/(?:@[^/]+\/)?[^@./][^/]*/;
const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
const folders = new Set(modules.flatMap((id) => INSIDE.exec(id)?.[0] ?? []));
const licenceOf = (folder: string): string => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file));
  return [`${name} ${version} (${license})`, ...texts.map((file) => readFileSync(join(folder, file), 'utf8'))].join(
    '\n\n',
  );
};
writeFileSync(
  join(bundle, 'LICENSES.txt'),
  [...folders]
    .sort()
    .map(licenceOf)
    .join(`\n${'-'.repeat(80)}\n\n`),
);

/** What the library exports says all of its types itself, so that its declarations need no other file. */
const source = fileURLToPath(new URL('../../src/library/index.ts', import.meta.url));
const { code, errors } = isolatedDeclarationSync(source, readFileSync(source, 'utf8'));
if (errors.length > 0 || code.includes('import ')) throw new Error('The declarations of the library need other files.');
writeFileSync(join(bundle, 'library.d.ts'), code);
