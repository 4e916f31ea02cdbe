/** GraphiQL's page for one connection. Everything it loads comes from this server, and it calls this server only. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Access } from './access.ts';
import type { Admit } from './admission.ts';
import { HEADERS } from './headers.ts';
import { operationsFor } from './operations.ts';
import { Rejection, reject } from './rejection.ts';

export interface GraphiQLParts {
  readonly name: string;
  /** `undefined`: the sandbox. */
  readonly accountSid?: string | undefined;
}

/** Where the page's files are, from the page's own address. */
const FILES = 'graphiql/';
export const GRAPHIQL_PATH = `/${FILES}`;

const require = createRequire(import.meta.url);
const ofPackage = (name: string, file: string) => () => join(dirname(require.resolve(`${name}/package.json`)), file);
const own = (file: string) => () => fileURLToPath(new URL(`../../assets/graphiql/${file}`, import.meta.url));

/** Found when they are asked for: most servers never show the page. */
const files: Readonly<Record<string, () => string>> = {
  'react.js': ofPackage('react', 'umd/react.production.min.js'),
  'react-dom.js': ofPackage('react-dom', 'umd/react-dom.production.min.js'),
  'graphiql.js': ofPackage('graphiql', 'graphiql.min.js'),
  'graphiql.css': ofPackage('graphiql', 'graphiql.min.css'),
  'start.js': own('start.js'),
  'style.css': own('style.css'),
};

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // The editor writes styles as it goes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface GraphiQLRoutes {
  readonly page: RequestListener;
  readonly file: RequestListener;
}

export const createGraphiQL = (parts: GraphiQLParts, access: Access, admit?: Admit): GraphiQLRoutes => {
  let page: string | undefined;
  const guarded =
    (answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>): RequestListener =>
    (request, response) => {
      const refused = access.check(request);
      if (refused) return reject(response, refused);
      const admitted = async () => {
        await admit?.(request);
        await answer(request, response);
      };
      admitted().catch((error: unknown) => {
        const missing = new Rejection(404, 'GraphiQL has no such file.');
        reject(response, error instanceof Rejection ? error : missing);
      });
    };
  return {
    page: guarded(async (request, response) => {
      page ??= pageOf(parts);
      const headers = { 'content-security-policy': POLICY, 'cache-control': 'private, no-cache', vary: 'Accept' };
      send(request, response, 'text/html; charset=utf-8', page, headers);
    }),
    file: guarded(async (request, response) => {
      const name = (request.url ?? '').replace(/\?.*$/s, '').slice(GRAPHIQL_PATH.length);
      const path = Object.hasOwn(files, name) ? files[name] : undefined;
      if (!path) return reject(response, new Rejection(404, 'GraphiQL has no such file.'));
      const type = name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
      send(request, response, type, await readFile(path()), { 'cache-control': 'private, no-cache' });
    }),
  };
};

/** A browser that has the same content already gets a 304. */
const send = (
  { headers: { 'if-none-match': known = '' } }: IncomingMessage,
  response: ServerResponse,
  type: string,
  content: string | Buffer,
  headers: Readonly<Record<string, string>>,
): void => {
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  const isKnown = known.includes(etag);
  const length = isKnown ? {} : { 'content-length': Buffer.byteLength(content) };
  for (const [name, value] of Object.entries({ ...HEADERS, ...headers, 'content-type': type, etag, ...length }))
    response.setHeader(name, value);
  response.writeHead(isKnown ? 304 : 200).end(isKnown ? undefined : content);
};

/** `SANDBOX`, or `LIVE · sales · AC01…ef`. */
const labelOf = ({ name, accountSid }: GraphiQLParts): string => {
  const shownName = name === 'default' ? [] : [name];
  return accountSid === undefined
    ? ['SANDBOX', ...shownName].join(' · ')
    : ['LIVE', ...shownName, `${accountSid.slice(0, 4)}…${accountSid.slice(-2)}`].join(' · ');
};

const pageOf = (parts: GraphiQLParts): string => {
  const { name, accountSid } = parts;
  const label = labelOf(parts);
  const mode = accountSid === undefined ? 'sandbox' : 'live';
  const settings = {
    name,
    label,
    storageKey: createHash('sha256').update(`${name} ${accountSid}`).digest('base64url').slice(0, 16),
    tabs: operationsFor(mode).map(({ query, variables }) => ({
      query,
      variables: variables ? JSON.stringify(variables, null, 2) : null,
    })),
  };
  // Within a script element only `<` could end it.
  const json = JSON.stringify(settings).replace(/</g, '\\u003c');
  return `<!doctype html>
<html lang="en" data-mode="${mode}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>twilio-graphql · ${escapeHtml(label)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${FILES}graphiql.css">
<link rel="stylesheet" href="${FILES}style.css">
</head>
<body>
<div id="graphiql">Loading…</div>
<script type="application/json" id="settings">${json}</script>
<script src="${FILES}react.js"></script>
<script src="${FILES}react-dom.js"></script>
<script src="${FILES}graphiql.js"></script>
<script src="${FILES}start.js"></script>
</body>
</html>
`;
};

/** A list of links, for the root of a server with several connections. */
export const listPage = (links: readonly { readonly name: string; readonly path: string }[]): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>twilio-graphql</title>
<h1>Connections</h1>
<ul>
${links.map(({ name, path }) => `<li><a href="${escapeHtml(path.slice(1))}">${escapeHtml(name)}</a></li>`).join('\n')}
</ul>
</html>
`;

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
