/** GraphiQL from this process alone: one page, made when first asked for, that may load and call nothing else. */
import { createHash } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';
import { chosenEncoding, type Encoding, pack } from './encodings.ts';
import { operations } from './operations.ts';

interface Page {
  readonly etag: string;
  readonly policy: string;
  readonly body: (encoding: Encoding) => Promise<Buffer<ArrayBuffer>>;
}

export const useGraphiQL = (path: string): Plugin => {
  let page: Promise<Page> | undefined;
  return {
    async onRequest({ request, url, endResponse, fetchAPI: { Response } }) {
      if (request.method !== 'GET' || !request.headers.get('accept')?.includes('text/html')) return;
      if (url.pathname !== path) return;
      page ??= render();
      const { etag, policy, body } = await page;
      const encoding = chosenEncoding(request.headers.get('accept-encoding'));
      const headers = {
        'content-type': 'text/html; charset=utf-8',
        ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
        'content-security-policy': policy,
        'cache-control': 'private, no-cache',
        vary: 'accept, accept-encoding',
        etag: `"${etag}-${encoding}"`,
      };
      const known = request.headers.get('if-none-match')?.includes(headers.etag);
      endResponse(new Response(known ? null : await body(encoding), { status: known ? 304 : 200, headers }));
    },
  };
};

/** The page is 9 MB: it is loaded, hashed and compressed only if somebody opens it, and only once. */
const render = async (): Promise<Page> => {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({
    title: 'twilio-graphql',
    defaultTabs: operations.map(({ query, variables }) => ({
      query,
      variables: variables ? JSON.stringify(variables, null, 2) : null,
    })),
  });
  const bytes = Buffer.from(html);
  const bodies = new Map<Encoding, Promise<Buffer<ArrayBuffer>>>();
  return {
    etag: sha256(html, 'base64url'),
    policy: policyOf(html),
    body: (encoding) => {
      const body = bodies.get(encoding) ?? pack(bytes, encoding);
      bodies.set(encoding, body);
      return body;
    },
  };
};

const sha256 = (text: string, form: 'base64' | 'base64url') => createHash('sha256').update(text).digest(form);

/** Scripts by their hash only. Styles are free, since the editor writes them as it goes. */
const policyOf = (html: string): string => {
  const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => script);
  return [
    "default-src 'none'",
    `script-src ${scripts.map((script) => `'sha256-${sha256(script, 'base64')}'`).join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
};
