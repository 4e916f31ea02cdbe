/** Headers of every answer: what a browser must not do with it. */
import type { Plugin } from 'graphql-yoga';

export const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

/** An answer that has a header of its own keeps it. */
export const useSafeHeaders = (): Plugin => ({
  onResponse({ response }) {
    for (const [name, value] of Object.entries(HEADERS))
      if (!response.headers.has(name)) response.headers.set(name, value);
  },
});
