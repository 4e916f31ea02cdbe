/** What the log may contain of an error: nothing that a client or Twilio wrote. */

/** An error may be its own cause. */
const MAX_CAUSES = 5;

/** Class and stack frames of an error. Its message could contain a phone number, a text or a credential. */
export const redactedError = (error: unknown, depth = 0): Readonly<Record<string, unknown>> => {
  if (!(error instanceof Error)) return { error: typeof error, stack: [] };
  const { message, stack = '', cause } = error;
  const frames = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return {
    error: error.constructor.name,
    stack: frames.flatMap((line) => /^\s+at (.+)$/.exec(line)?.[1] ?? []),
    ...(cause === undefined || depth === MAX_CAUSES ? {} : { cause: redactedError(cause, depth + 1) }),
  };
};
