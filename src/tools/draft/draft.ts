/**
 * `npm run draft`: writes a descriptor for each resource of the installed SDK that has none, for a person to name, describe
 * and own. A version that is given, such as `messaging.v1`, is drafted alone; `--all` overwrites what is there.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readFacts } from './facts.ts';
import { readHints } from './hints.ts';
import { nameAll } from './names.ts';
import { productFile, productText, versionName, type World } from './product.ts';
import { accessorOf, readSdk, versionOf } from './resources.ts';
import { descriptorText } from './write.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    facts: { type: 'string', default: join(root, 'test/support/surface.json') },
    hints: { type: 'string' },
    sdk: { type: 'string', default: join(root, 'node_modules/twilio') },
    out: { type: 'string', default: join(root, 'src/entities') },
  },
});
/** Written by hand, and repeated file by file by another product. */
const NOT_DRAFTED = ['api', 'ipMessaging'];

const rest = join(values.sdk, 'lib/rest');
const sdk = readSdk(rest);
const hints = readHints(values.hints);
const resources = sdk.resources.filter((each) => !NOT_DRAFTED.includes(versionOf(each).product));
const world: World = { sdk, facts: readFacts(values.facts), hints, named: nameAll(hints, resources, rest) };

const write = (file: string, text: string): boolean => {
  const path = join(values.out, `${file}.ts`);
  if (existsSync(path) && !values.all) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return true;
};

const chosen = world.named.filter(({ resource }) => {
  const hint = hints.resources[accessorOf(resource)];
  const isLeftOut = hint?.leaveOut !== undefined && !hint.leaveOut.startsWith('container');
  return !isLeftOut && (positionals.length === 0 || positionals.includes(versionName(resource)));
});
const products = new Map<string, Map<string, string>>();
for (const { resource, entry } of chosen) {
  const texts = products.get(productFile(resource)) ?? new Map<string, string>();
  products.set(productFile(resource), texts.set(entry, productText(world, entry, versionName(resource))));
}
for (const [file, texts] of products) {
  const depth = '../'.repeat(file.split('/').length);
  write(
    file,
    `/** What the resources have in common. */\nimport { product } from '${depth}model/index.ts';\n\n${[...texts.values()].join('\n')}`,
  );
}
for (const draft of chosen) {
  const isNew = write(draft.file, descriptorText(world, draft));
  if (isNew && !draft.isContainer) process.stdout.write(`${accessorOf(draft.resource)}: ${draft.file}.ts\n`);
}
for (const product of new Set(chosen.map(({ resource }) => versionOf(resource).product))) {
  const lines = world.named
    .filter(
      ({ resource, isContainer, file }) =>
        !isContainer && versionOf(resource).product === product && existsSync(join(values.out, `${file}.ts`)),
    )
    .map(({ name, file }) => `export { ${name} } from './${file.slice(product.length + 1)}.ts';`);
  const path = join(values.out, product, 'index.ts');
  if (!existsSync(path) || values.all)
    writeFileSync(path, `/** The resources of ${product}. */\n\n${lines.sort().join('\n')}\n`);
}
