/**
 * Bundles the compiled program: Node reads a dozen files at its start instead of a thousand, which takes a good part off
 * the time to the first answer. Packages stay outside.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const dist = fileURLToPath(new URL('../', import.meta.url));

await build({
  input: `${dist}main.js`,
  platform: 'node',
  external: /^[^./]/,
  logLevel: 'warn',
  // As deep as the folders of src: files beside dist/ are found from here as from there.
  output: { dir: `${dist}bundle`, cleanDir: true },
});
