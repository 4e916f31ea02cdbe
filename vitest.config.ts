/** Five projects: what needs only Node, and what needs a browser, Redis, squid, or the parsers of test/deploy. */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Otherwise Vite picks graphql's second build for our files, and Node the first one for the libraries.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };
const slow = 180_000;
// Files of one worker share the modules under test, so that each of them is loaded once: they keep no state of a server.
const isolate = false;
// Generous, since they end a test that hangs: no test passes or fails by how long it takes. There are no retries.
// Tests wait for sockets and timers more than they compute: three workers use two cores well.
const maxWorkers = 3;
/** Files that wait for seconds, whatever their size: they begin first, so that no worker waits for one of them at the end. */
const LONG =
  /e2e\/(http|proxy|limiter|nodes|acknowledged|connections|cli|worldCourse|price|speculativePages|badInput|database|journalProcess)\.|schemas\.|everyEntity\./;
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
const common = {
  isolate,
  maxWorkers,
  testTimeout: slow,
  hookTimeout: slow,
  expect: { poll: { timeout: 60_000, interval: 10 } },
};

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      { resolve, test: { ...common, name: 'node', include: ['test/{unit,contract,e2e}/**/*.test.ts'] } },
      ...['browser', 'redis', 'proxy', 'deploy'].map((name) => ({
        resolve,
        // The limit that processes share over Redis is measured by when requests arrive: nothing else may run beside it.
        test: { ...common, ...(name === 'redis' && { maxWorkers: 1 }), name, include: [`test/${name}/**/*.test.ts`] },
      })),
    ],
  },
});
