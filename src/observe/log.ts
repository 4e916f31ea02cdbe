/** The log: one JSON object a line, and of an error only what cannot hold anybody's data. */

export type Log = (event: string, facts?: Readonly<Record<string, unknown>>) => void;

export const createLog =
  (write: (line: string) => void): Log =>
  (event, facts = {}) =>
    write(`${JSON.stringify({ time: new Date().toISOString(), event, ...facts })}\n`);

/** Class and stack frames of an error. Never its message: that can hold a number, a text or a credential. */
export const anonymous = (error: unknown): Readonly<Record<string, unknown>> => {
  if (!(error instanceof Error)) return { error: typeof error, stack: [] };
  const { message, stack = '', cause } = error;
  const frames = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return {
    error: error.constructor.name,
    stack: frames.flatMap((line) => /^\s+at (.+)$/.exec(line)?.[1] ?? []),
    ...(cause === undefined ? {} : { cause: anonymous(cause) }),
  };
};
