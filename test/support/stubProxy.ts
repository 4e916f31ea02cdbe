/** A proxy on loopback that does what a test tells it to: asks for credentials, refuses, tunnels, and remembers all bytes. */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as forward, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export const USER = 'pro"xy';
export const PASSWORD = 'p:a ss,"word"';
export const REALM = 'a "proxy", of tests';

export interface Heard {
  readonly method: string;
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
  /** What the proxy answered: 200 is a tunnel, or the request passed on. */
  status: number;
}
export interface StubOptions {
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  readonly auth?: 'NONE' | 'BASIC' | 'DIGEST';
  readonly algorithm?: string;
  /** How often a nonce may be used. */
  readonly nonceUses?: number;
  /** What is answered to CONNECT instead of a tunnel; nothing at all for `silence`, a reset for `reset`. */
  readonly refuses?: number | 'silence' | 'reset';
  /** Put in the place of the challenge. */
  readonly challenge?: string;
}
export interface StubProxy {
  readonly host: string;
  readonly port: number;
  readonly heard: Heard[];
  /** Every byte that came from our side, in tunnels as well. */
  readonly bytes: () => string;
  /** Tunnels that are open now. */
  readonly open: () => number;
  play(options: StubOptions): void;
  close(): Promise<void>;
}

export const startStubProxy = async (given: StubOptions = {}): Promise<StubProxy> => {
  let options = given;
  const heard: Heard[] = [];
  const chunks: Buffer[] = [];
  const nonces = new Map<string, number>();
  const sockets = new Set<Duplex>();
  let open = 0;

  const note = (request: IncomingMessage): Heard => {
    const { method = '', url: target = '', headers } = request;
    const one = { method, target, headers, status: 200 };
    heard.push(one);
    return one;
  };
  /** The challenge, unless the request may pass. */
  const challenged = ({ method, target, headers }: Heard): string | undefined => {
    const sent = headers['proxy-authorization'];
    if (options.auth === 'BASIC')
      return sent === `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}` ? undefined : 'Basic realm="x"';
    if (options.auth !== 'DIGEST') return undefined;
    const verdict = verify(sent, method, target, nonces, options);
    return verdict === 'right' ? undefined : (options.challenge ?? challenge(verdict === 'stale', nonces, options));
  };

  const listener: RequestListener = (request, response) => {
    const one = note(request);
    const header = challenged(one);
    if (header) {
      one.status = 407;
      response.writeHead(407, { 'proxy-authenticate': header }).end('<p>Who are you?</p>');
      return;
    }
    const { 'proxy-authorization': _, ...headers } = request.headers;
    const onward = forward(one.target, { method: one.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.writeHead(502).end());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  };
  const server = options.tls ? createTlsServer(options.tls, listener) : createServer(listener);
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    const one = note(request);
    const header = challenged(one);
    const { refuses } = options;
    if (refuses === 'silence') return;
    if (refuses === 'reset') return socket.destroy();
    const status = header ? 407 : (refuses ?? 200);
    one.status = status;
    if (status !== 200) {
      const lines = [
        `HTTP/1.1 ${status} No`,
        ...(header ? [`Proxy-Authenticate: ${header}`] : []),
        'Content-Length: 2',
      ];
      return socket.end(`${lines.join('\r\n')}\r\n\r\nNo`);
    }
    const { hostname, port } = new URL(`http://${one.target}`);
    const onward = connect(Number(port || 80), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    open++;
    onward.once('close', () => open--);
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  });
  server.on(options.tls ? 'secureConnection' : 'connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    heard,
    bytes: () => JSON.stringify(heard.map(({ headers, ...rest }) => ({ ...rest, headers }))) + Buffer.concat(chunks),
    open: () => open,
    play: (next) => {
      options = { ...next, tls: given.tls };
      heard.length = 0;
      chunks.length = 0;
      nonces.clear();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

const challenge = (stale: boolean, nonces: Map<string, number>, { algorithm }: StubOptions): string => {
  const nonce = randomBytes(8).toString('hex');
  nonces.set(nonce, 0);
  const named = algorithm ? `, algorithm=${algorithm}` : '';
  return `Digest realm=${quoted(REALM)}, qop="auth,auth-int", nonce="${nonce}", opaque="o"${named}${stale ? ', stale=true' : ''}`;
};

/** As RFC 7616 has it, from the header alone; the count must be the next one. */
const verify = (
  header: string | undefined,
  method: string,
  target: string,
  nonces: Map<string, number>,
  { algorithm = 'MD5', nonceUses = Number.POSITIVE_INFINITY }: StubOptions,
): 'right' | 'stale' | 'wrong' => {
  const pairs = [...(header ?? '').matchAll(/(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^,\s]+))/g)];
  const said = new Map(pairs.map(([, name, text, token]) => [name, text?.replace(/\\(.)/g, '$1') ?? token ?? '']));
  const hash = (text: string) =>
    createHash(algorithm.startsWith('SHA-256') ? 'sha256' : 'md5')
      .update(text)
      .digest('hex');
  const nonce = said.get('nonce') ?? '';
  const [nc, cnonce] = [said.get('nc') ?? '', said.get('cnonce') ?? ''];
  const plain = hash(`${USER}:${REALM}:${PASSWORD}`);
  const a1 = algorithm.endsWith('-sess') ? hash(`${plain}:${nonce}:${cnonce}`) : plain;
  const right = hash(`${a1}:${nonce}:${nc}:${cnonce}:auth:${hash(`${method}:${target}`)}`);
  if (said.get('response') !== right || said.get('uri') !== target || said.get('username') !== USER) return 'wrong';
  if (said.get('opaque') !== 'o' || said.get('qop') !== 'auth') return 'wrong';
  const used = nonces.get(nonce);
  if (used === undefined || used >= nonceUses || Number.parseInt(nc, 16) !== used + 1) return 'stale';
  nonces.set(nonce, used + 1);
  return 'right';
};
