/** Runs the command line: finds the command, reports its mistakes in one place, and sets the exit code. */
import { CommanderError } from 'commander';
import { ConfigError } from '../config/index.ts';
import { CommandError } from '../control/index.ts';
import { createLogs, redactedError, standardError } from '../observe/index.ts';
import { FAILED, WRONG_USAGE } from './command.ts';
import { createProgram } from './program.ts';

/** `args` are those after the name of the program. */
export const runCli = async (args: readonly string[]): Promise<void> => {
  // Node would print such an error whole, with everything that it holds.
  process.on('uncaughtException', async (error: NodeError) => {
    if (isUnread(error)) process.exit(0);
    createLogs(await standardError()).log('fatal', redactedError(error));
    process.exit(FAILED);
  });
  try {
    await createProgram().parseAsync(withCommand(args), { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : WRONG_USAGE);
    if (isUnread(error as NodeError)) process.exit(0);
    process.stderr.write(`${messageOf(error as NodeError)}\n`);
    process.exit(FAILED);
  }
};

/** Without a command the server starts, also with options: a default command of commander's would accept any word. */
const withCommand = (args: readonly string[]): readonly string[] => {
  const [first] = args;
  const isOfProgram = first !== undefined && ['-h', '--help', '-V', '--version'].includes(first);
  return first === undefined || (first.startsWith('-') && !isOfProgram) ? ['start', ...args] : args;
};

type NodeError = Error & { readonly code?: string; readonly port?: number };

/** The program that reads the output, such as `head`, has read enough. */
const isUnread = ({ code }: NodeError): boolean => code === 'EPIPE';

const advice: Readonly<Record<string, string>> = {
  EADDRINUSE: 'PORT: another program uses port {port}; set another one, such as PORT=4001, or PORT=0 for any free one.',
  EACCES: 'PORT: this user may not listen on it; set one above 1023, such as PORT=4000.',
  EADDRNOTAVAIL: 'HOST: is not an address of this machine; set one, such as HOST=127.0.0.1.',
  ENOTFOUND: 'HOST: cannot be resolved; set an address, such as HOST=127.0.0.1.',
};

const messageOf = (error: NodeError): string =>
  error instanceof ConfigError || error instanceof CommandError
    ? error.message
    : (advice[error.code ?? '']?.replace('{port}', String(error.port)) ?? error.stack ?? error.message);
