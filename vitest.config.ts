/**
 * `node` is what `npm test` runs. The other projects take long (every product, processes that are started and killed), or
 * need more than Node: a browser, Redis, squid, or the parsers of test/deploy.
 */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Otherwise Vite picks graphql's second build for our files, and Node the first one for the libraries.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };
// Files of one worker share the modules under test, so that each of them is loaded once: they keep no state of a server.
const isolate = false;
/** Files that wait for seconds, whatever their size: they begin first, so that no worker waits for one of them at the end. */
const LONG =
  /e2e\/(proxy|limiter|acknowledged|outcomes|outage|price|speculativePages|badInput|database)\.|contract\/schemas\./;
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
// Generous, since they end a test that hangs: no test passes or fails by how long it takes. There are no retries.
const slow = 180_000;
const common = {
  isolate,
  testTimeout: slow,
  hookTimeout: slow,
  expect: { poll: { timeout: 60_000, interval: 10 } },
};

export default defineConfig({
  test: {
    // Tests wait for sockets and timers more than they compute: three workers use two cores well.
    maxWorkers: 3,
    sequence: { sequencer: LongFirst },
    projects: [
      { resolve, test: { ...common, name: 'node', include: ['test/{unit,contract,e2e}/**/*.test.ts'] } },
      ...['products', 'process', 'browser', 'redis', 'proxy', 'deploy'].map((name) => ({
        resolve,
        // The limit that processes share over Redis is measured by when requests arrive: nothing else may run beside it.
        test: { ...common, ...(name === 'redis' && { maxWorkers: 1 }), name, include: [`test/${name}/**/*.test.ts`] },
      })),
    ],
  },
});
