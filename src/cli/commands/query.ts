/** `twilio-graphql query`: runs an operation from a file or from standard input, and prints its answer or its rows. */
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { command, configOption, FAILED } from '../command.ts';
import { type Answer, KEY, openEndpoint } from '../endpoint.ts';
import { readEnvironment } from '../environment.ts';
import { parseOperation } from '../listOperation.ts';
import { createProgress } from '../progress.ts';
import { createWriter, formats } from '../rows.ts';

type Variables = Readonly<Record<string, unknown>>;
interface Options {
  readonly variables?: string;
  readonly connection?: string;
  readonly url?: URL;
  readonly all?: true;
  readonly format?: (typeof formats)[number] | 'json';
  readonly config?: string;
  readonly header?: Readonly<Record<string, string>>;
}

export const query = (): Command =>
  command(
    'query',
    'Run a GraphQL operation and print its answer. It goes to your running server with the same settings; if there is none, a server is started for this query.',
    'twilio-graphql query recent.graphql --variables \'{"first": 10}\'',
    "echo '{ messages { nodes { dateSent to status } } }' | twilio-graphql query - --all --format csv",
  )
    .argument('<file>', 'file with a GraphQL document, or - for standard input')
    .option('--variables <json>', 'variables as JSON, or @file.json')
    .option('--connection <name>', 'connection of the file to query')
    .addOption(
      new Option('--url <url>', 'address of another server').conflicts(['connection', 'config']).argParser(readUrl),
    )
    .addOption(
      new Option(
        '--header <header>',
        `header of the request, such as 'idempotency-key: 42'; repeatable. A key for the server is read from ${KEY}`,
      ).argParser(readHeader),
    )
    .option('--all', 'follow the pages of the list in the query, and print its rows')
    .addOption(
      new Option(
        '--format <format>',
        'json: the answer; ndjson or csv: the rows (default: json, or ndjson with --all)',
      ).choices(['json', ...formats]),
    )
    .addOption(configOption())
    .action(async (file: string, options: Options, called: Command) => {
      const format = options.format ?? (options.all ? 'ndjson' : 'json');
      if (options.all && format === 'json') called.error('error: --all prints rows; choose --format ndjson or csv');
      const [source, variables] = await Promise.all([
        file === '-' ? readAll(process.stdin) : readInput(file, called),
        readVariables(options.variables, called),
      ]);
      const endpoint = await openEndpoint(readEnvironment(), options, called);
      try {
        if (format === 'json') return await printAnswer(await endpoint.post({ query: source, variables }));
        const operation = parseOperation(source, called);
        const writer = createWriter(format);
        const progress = createProgress();
        let after: string | undefined;
        let size = 0;
        let more = true;
        while (more) {
          const answer = await endpoint.post(operation.page(variables, after, options.all && PAGE_SIZES[size]));
          if (!operation.hasFirst && isTooExpensive(answer) && size + 1 < PAGE_SIZES.length) {
            size++;
            continue;
          }
          const page = operation.rowsOf(answer.data);
          await writer.write(page.rows);
          progress.update(writer.count, page.totalCount);
          if (answer.errors?.length) {
            progress.end();
            process.exitCode = FAILED;
            process.stderr.write(`${answer.errors.map(({ message }) => message).join('\n')}\n`);
            if (writer.count > 0) reportStop(writer.count, operation.noun);
            return;
          }
          after = page.next;
          more = options.all === true && after !== undefined;
        }
        progress.end();
        if (after !== undefined) reportStop(writer.count, operation.noun, ' Add --all to read them.');
      } finally {
        await endpoint.close();
      }
    });

const reportStop = (count: number, noun: string, advice = ''): void => {
  process.stderr.write(`Stopped after ${count.toLocaleString('en')} ${noun} with more to read.${advice}\n`);
};

/** Rows per page with `--all`: the largest size that the limit on the cost of an operation allows. */
const PAGE_SIZES: readonly number[] = [1000, 100, 10];

const isTooExpensive = ({ errors }: Answer): boolean =>
  errors?.some(({ extensions }) => extensions?.code === 'MAX_COST_EXCEEDED') === true;

const printAnswer = (answer: { readonly errors?: readonly unknown[] | undefined }): void => {
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  if (answer.errors?.length) process.exitCode = FAILED;
};

const readUrl = (text: string): URL => {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new InvalidArgumentError('It must be an address such as http://127.0.0.1:4000/graphql.');
  return new URL(text);
};

const readHeader = (text: string, given: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => {
  const [, name = '', value = ''] = /^([\w!#$%&'*+.^`|~-]+):[ \t]*([\t\x20-\x7e]*)$/.exec(text) ?? [];
  if (!name) throw new InvalidArgumentError("It must be a name and a value, such as 'idempotency-key: 42'.");
  return { ...given, [name.toLowerCase()]: value.trim() };
};

const readInput = (path: string, called: Command): Promise<string> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) =>
    called.error(
      error.code === 'ENOENT' ? `error: there is no file ${path}` : `error: ${path} cannot be read (${error.code})`,
    ),
  );

const readVariables = async (text: string | undefined, called: Command): Promise<Variables> => {
  if (text === undefined) return {};
  const json = text.startsWith('@') ? await readInput(text.slice(1), called) : text;
  try {
    const variables: unknown = JSON.parse(json);
    if (typeof variables === 'object' && variables !== null && !Array.isArray(variables)) return variables as Variables;
  } catch {}
  return called.error('error: --variables must be a JSON object, such as \'{"first": 10}\'');
};
