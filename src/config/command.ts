/** The command's arguments: what is to be done, and with which file. */
import { parseArgs } from 'node:util';
import { suggestionList } from 'graphql/jsutils/suggestionList.js';

const verbs = ['start', 'check', 'config', 'suspend', 'resume', 'reload'] as const;
export interface Command {
  readonly verb: (typeof verbs)[number];
  /** The connection to suspend or resume. */
  readonly name: string | undefined;
  /** The file of connections. */
  readonly file: string | undefined;
  /** How many processes serve; `undefined`: this one. */
  readonly nodes: number | undefined;
}

const NODES = /^([1-9]|[1-5]\d|6[0-4])$/;
const options = { config: { type: 'string' }, nodes: { type: 'string' } } as const;

/** The command, and a line for each mistake in it. */
export const readCommand = (args: readonly string[]): { command: Command; mistakes: readonly string[] } => {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const [verb = 'start', name, ...more] = positionals;
  const known = verbs.find((each) => each === verb);
  const strangers = tokens.flatMap((token) =>
    token.kind === 'option' && !(token.name in options) ? [token.name] : [],
  );
  const takesName = verb === 'suspend' || verb === 'resume';
  const mistakes = [
    // What follows an unknown option is its value, and no command.
    ...(known || strangers.length > 0 ? [] : [`command: ${verb.slice(0, 20)} is none${guess(verb, verbs)}`]),
    ...strangers.map(
      (option) =>
        `--${option.slice(0, 20)}: is no option${guess(
          `--${option}`,
          Object.keys(options).map((each) => `--${each}`),
        )}`,
    ),
    ...(known && (takesName ? name === undefined || more.length > 0 : name !== undefined)
      ? [`${verb}: must be given ${takesName ? `the name of one connection, such as ${verb} default` : 'options only'}`]
      : []),
    ...(values.nodes === undefined || NODES.test(String(values.nodes))
      ? []
      : ['--nodes: must be a whole number from 1 to 64, such as --nodes 4']),
    ...(values.config === undefined || (typeof values.config === 'string' && values.config !== '')
      ? []
      : ['--config: must be the path of a file, such as --config connections.yaml']),
  ];
  return {
    command: {
      verb: known ?? 'start',
      name,
      file: typeof values.config === 'string' ? values.config : undefined,
      nodes: values.nodes === undefined ? undefined : Number(values.nodes),
    },
    mistakes,
  };
};

const guess = (given: string, known: readonly string[]): string => {
  const [best] = suggestionList(given, known);
  return best === undefined ? `; known are ${known.join(', ')}` : `; did you mean ${best}?`;
};

/** What is to be done, before anything else is known to be right. */
export const verbOf = (args: readonly string[]): Command['verb'] => readCommand(args).command.verb;
