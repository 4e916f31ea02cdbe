/** Large answers are executed in slices, with the same result as at once, and batches wait for the rest of them. */
import { type ExecutionArgs, execute as graphqlExecute, parse, printSchema } from 'graphql';
import { buildSchema } from 'graphql/utilities/buildASTSchema.js';
import { expect, test } from 'vitest';
import { execute } from '../../../src/execution/index.ts';
import { pause } from '../../../src/pause/index.ts';
import { busy, countTurns } from '../../support/turns.ts';

/** Items of longer lists are completed in slices, too. */
const LENGTHS = [2000, 2500];
const schema = buildSchema(
  'type Query { rows: [Row]! strict: [Row!] } type Row { n: Int! odd: Boolean below: Row fails: Int! }',
);
const document = (text: string) => parse(text);

interface World {
  open: number;
  tracked: number;
  /** Rows that were resolved, and in how many of them no batch would have waited. */
  resolved: number;
  unguarded: number;
}
const argumentsOf = (text: string, length: number, isSlow = false): { args: ExecutionArgs; world: World } => {
  const world: World = { open: 0, tracked: 0, resolved: 0, unguarded: 0 };
  let isFirstTurn = true;
  queueMicrotask(() => {
    isFirstTurn = false;
  });
  const row = (n: number): object => ({
    get n() {
      if (isSlow) busy(0.02);
      return n;
    },
    odd: () => {
      world.resolved++;
      if (!isFirstTurn && world.open === 0) world.unguarded++;
      return n % 2 === 1;
    },
    below: () => row(n + 1),
    fails: n % 500 === 3 ? new Error('no') : n,
  });
  const loaders = {
    track: () => {
      world.open++;
      world.tracked++;
      return () => void world.open--;
    },
  };
  const rows = Array.from({ length }, (_, n) => row(n));
  const rootValue = { rows, strict: rows };
  return { args: { schema, document: document(text), rootValue, contextValue: { loaders } }, world };
};
/** Uses up the present slice. */
const spend = async (): Promise<void> => {
  for (let wait = pause(); !wait; wait = pause());
};

const wide = (field: string) => `{ ${Array.from({ length: 200 }, (_, i) => `a${i}: ${field}`).join(' ')} }`;
test.each(['rows { n odd }', 'strict { n fails }', 'rows { n fails below { odd } }'])(
  '200 aliases of %s, which may wait',
  async (field) => {
    const waiting = buildSchema(printSchema(schema));
    for (const each of Object.values(waiting.getQueryType()?.getFields() ?? {})) each.extensions = { mayWait: true };
    const expected = await graphqlExecute(argumentsOf(wide(field), 20).args);
    const { args, world } = argumentsOf(wide(field), 20, true);
    const { result, turns } = await countTurns(() => execute({ ...args, schema: waiting }));
    expect(JSON.stringify(result.data)).toBe(JSON.stringify(expected.data));
    const errorsOf = ({ errors = [] }: typeof result) => errors.map((error) => JSON.stringify(error)).sort();
    expect(errorsOf(result)).toEqual(errorsOf(expected));
    // It takes 80 ms on the fastest machine.
    expect(turns).toBeGreaterThanOrEqual(3);
    expect(world.tracked).toBeGreaterThan(0);
    expect(world.unguarded).toBe(0);
    // What waits beside a row that has failed is not part of the answer any more.
    await expect.poll(() => world.open).toBe(0);
  },
);

const TEXTS = [
  '{ rows { n odd } }',
  '{ rows { n odd below { n odd below { n } } } }',
  '{ rows { n fails } }',
  '{ strict { n fails } rows { n } }',
];
test.each(LENGTHS.flatMap((length) => TEXTS.map((text) => [text, length] as const)))(
  '%s of %d',
  async (text, length) => {
    const expected = await graphqlExecute(argumentsOf(text, length).args);
    await spend();
    const { args, world } = argumentsOf(text, length);
    const result = await execute(args);
    expect(JSON.stringify(result)).toBe(JSON.stringify(expected));
    expect(world.tracked).toBeGreaterThan(0);
    expect(world.unguarded).toBe(0);
    expect(world.open).toBe(0);
  },
);
