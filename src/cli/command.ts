/** What all commands have in common, so that each is a file that says only what it does. */
import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';

/** Exit codes, as documented in docs/operations.md. */
export const FAILED = 1;
export const WRONG_USAGE = 2;

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** A command with `--help` and `--version`, and with examples in its help. */
export const command = (name: string, summary: string, ...examples: readonly string[]): Command =>
  describeCommand(new Command(name), summary, examples)
    // A hook checks the arguments: its message says how many the command takes.
    .allowExcessArguments()
    // Also called for subcommands, which have hooks of their own.
    .hook('preAction', (own, called) => {
      if (own === called) refuseExcessArguments(called);
    });

export const describeCommand = (described: Command, summary: string, examples: readonly string[]): Command =>
  described
    .description(summary)
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError(
      `Run \`${['twilio-graphql', described.name()].filter((word, i) => i === 0 || word !== 'twilio-graphql').join(' ')} --help\` for usage.`,
    )
    .exitOverride()
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  $ ${example}`).join('\n')}`);

/** Ends a command with wrong usage if it was given more arguments than it takes. */
const refuseExcessArguments = (called: Command): void => {
  const { args, registeredArguments } = called;
  if (args.length <= registeredArguments.length) return;
  const names = registeredArguments.map((each) => each.name());
  const takes = names.length === 0 ? 'no arguments' : `only ${names.map((each) => `<${each}>`).join(' ')}`;
  called.error(`error: \`${called.name()}\` takes ${takes}`);
};

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const MAX_NODES = 64;

export const configOption = (): Option =>
  new Option('--config <file>', 'file that describes several connections').argParser((text: string) => {
    if (text.trim() === '') throw new InvalidArgumentError('It must be the path of a file.');
    return text;
  });

export const nodesOption = (): Option =>
  new Option('--nodes <count>', 'number of server processes on one port').argParser((text: string) => {
    const count = /^\d{1,2}$/.test(text) ? Number(text) : 0;
    if (count < 1 || count > MAX_NODES)
      throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_NODES}, such as --nodes 4.`);
    return count;
  });
