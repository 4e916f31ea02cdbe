/** A real proxy of a test's own: squid with one scheme of authentication, in TLS and without, and its log as the witness. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Certificates } from './certificates.ts';
import { unusedPort } from './ports.ts';
import type { Scheme } from './proxyCells.ts';

export const USER = 'squid-user';
export const PASSWORD = 'p:a ss,"word"';

/** One request that squid has ended. */
export interface Logged {
  /** The port of squid that it came to. */
  readonly port: number;
  readonly status: number;
  readonly method: string;
  readonly target: string;
  readonly user: string;
}
export interface Squid {
  readonly host: string;
  readonly port: number;
  readonly tlsPort: number;
  /** What has ended since the last look. */
  log(): Promise<readonly Logged[]>;
  close(): Promise<void>;
}
export interface SquidOptions {
  readonly scheme: Scheme;
  readonly certificates: Certificates;
  /** More of squid.conf, put before the rule that lets everyone through. */
  readonly more?: readonly string[];
}

const HELPERS = '/usr/lib/squid';
const PROGRAM = 'squid';

/** Says what is missing in words, rather than skip what needs it. */
export const requireSquid = async (): Promise<void> => {
  const version = await promisify(execFile)(PROGRAM, ['-v'], { env: { ...process.env, PATH: PATH } }).catch(
    () => undefined,
  );
  if (!version)
    throw new Error('squid is not installed: these tests need it, with TLS (Debian: apt-get install squid-openssl).');
  if (!version.stdout.includes('--with-openssl'))
    throw new Error('This squid has no TLS: these tests need one that has (Debian: apt-get install squid-openssl).');
};
const PATH = `${process.env.PATH}:/usr/sbin`;

const answers = async (port: number): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1');
  const opened = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return opened;
};

export const startSquid = async ({ scheme, certificates, more = [] }: SquidOptions): Promise<Squid> => {
  const folder = await mkdtemp(join(tmpdir(), 'squid-'));
  // squid changes to a user of its own.
  await chmod(folder, 0o777);
  const at = (name: string) => join(folder, name);
  const [port, tlsPort] = [await unusedPort(), await unusedPort()];
  await writeFile(at('tls.pem'), `${certificates.cert}\n${certificates.key}`);
  await writeFile(at('access.log'), '');
  await chmod(at('access.log'), 0o666);
  await writeFile(at('squid.conf'), [...(await accessOf(scheme, at)), ...more, ...usual(at, port, tlsPort)].join('\n'));
  // Squids of one service name share their segments of memory, and one that starts beside another fails over them.
  const service = `test${process.pid}x${port}`;
  const child = spawn(PROGRAM, ['-N', '-n', service, '-f', at('squid.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PATH: PATH },
  });
  process.once('exit', () => child.kill('SIGKILL'));
  let fault = '';
  child.stderr.on('data', (text) => {
    fault += text;
  });
  const said = async () => `${fault}\n${await readFile(at('cache.log'), 'utf8').catch(() => '')}`;
  const deadline = performance.now() + 60_000;
  while (!((await answers(port)) && (await answers(tlsPort)))) {
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error(`squid did not start: ${await said()}`);
    await sleep(50);
  }
  let read = 0;
  return {
    host: '127.0.0.1',
    port,
    tlsPort,
    log: async () => {
      const lines = (await readFile(at('access.log'), 'utf8')).split('\n').filter((line) => /^L \d/.test(line));
      const fresh = lines.slice(read).map(parse);
      read = lines.length;
      // What had connected only to see whether squid is there.
      return fresh.filter(({ method }) => method !== 'NONE' && method !== '-');
    },
    close: async () => {
      await stop(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
};

const parse = (line: string): Logged => {
  const [, port, status, method = '', target = '', user = ''] = line.split(' ');
  return { port: Number(port), status: Number(status), method, target, user };
};

const usual = (at: (name: string) => string, port: number, tlsPort: number): readonly string[] => [
  'http_access allow all',
  `http_port 127.0.0.1:${port}`,
  `https_port 127.0.0.1:${tlsPort} tls-cert=${at('tls.pem')}`,
  'logformat ours L %>lp %>Hs %rm %ru %un',
  `access_log stdio:${at('access.log')} logformat=ours`,
  `cache_log ${at('cache.log')}`,
  `pid_filename ${at('squid.pid')}`,
  `coredump_dir ${at('.')}`,
  'buffered_logs off',
  'logfile_rotate 0',
  'cache deny all',
  'cache_mem 0 MB',
  'pinger_enable off',
  'shutdown_lifetime 0 seconds',
  'visible_hostname squid.test',
  '',
];

const REALM = 'a proxy of tests';

const accessOf = async (scheme: Scheme, at: (name: string) => string): Promise<readonly string[]> => {
  if (scheme === 'NONE') return [];
  const only = ['acl known proxy_auth REQUIRED', 'http_access deny !known'];
  if (scheme === 'BASIC') {
    const digest = createHash('md5').update(PASSWORD).digest('hex');
    await writeFile(at('users'), `${USER}:${digest}\n`);
    return [
      `auth_param basic program ${HELPERS}/basic_ncsa_auth ${at('users')}`,
      `auth_param basic realm ${REALM}`,
      ...only,
    ];
  }
  const known = createHash('md5').update(`${USER}:${REALM}:${PASSWORD}`).digest('hex');
  await writeFile(at('users'), `${USER}:${REALM}:${known}\n`);
  return [
    `auth_param digest program ${HELPERS}/digest_file_auth -c ${at('users')}`,
    `auth_param digest realm ${REALM}`,
    'auth_param digest nonce_max_count 4',
    'auth_param digest nonce_max_duration 30 minutes',
    ...only,
  ];
};
