/** Four projects: what needs only Node, and what needs a browser, Redis, or squid. */
import { defineConfig } from 'vitest/config';

// Otherwise Vite picks graphql's second build for our files, and Node the first one for the libraries.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };
const slow = 60_000;
// Processes, sockets and seconds are tested on whatever machine there is: there, a test may be held up once.
const retry = process.env.CI ? 1 : 0;

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: { name: 'node', include: ['test/{unit,contract,e2e}/**/*.test.ts'], testTimeout: 20_000, retry },
      },
      {
        resolve,
        test: { name: 'browser', include: ['test/browser/**/*.test.ts'], testTimeout: slow, hookTimeout: slow, retry },
      },
      {
        resolve,
        test: { name: 'redis', include: ['test/redis/**/*.test.ts'], testTimeout: slow, hookTimeout: slow, retry },
      },
      {
        resolve,
        test: { name: 'proxy', include: ['test/proxy/**/*.test.ts'], testTimeout: slow, hookTimeout: slow, retry },
      },
    ],
  },
});
