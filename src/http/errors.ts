/** What the client sees of an error: errors meant for it as they are, of all others only a code and a correlation ID. */
import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';

/** Records an error that is hidden from the client. */
export type Report = (correlationId: string, error: unknown) => void;

/** For yoga's `maskedErrors`. Never throws: an answer that cannot be masked would be lost as a whole. */
export const maskError =
  (report: Report) =>
  (error: unknown): GraphQLError => {
    try {
      return mask(report, error);
    } catch {
      return unexpected(randomUUID(), {});
    }
  };

const mask = (report: Report, error: unknown): GraphQLError => {
  const located = error instanceof GraphQLError ? error : undefined;
  if (typeof located?.extensions.code === 'string') return located;
  const place = { nodes: located?.nodes ?? null, path: located?.path ?? null };
  if (located && isBadValue(located))
    return new GraphQLError(located.message, {
      ...place,
      extensions: { code: 'BAD_USER_INPUT', ...(located.path ? {} : { http: { status: 400, spec: true } }) },
    });
  const correlationId = randomUUID();
  const outcome = located?.extensions.outcome;
  try {
    report(correlationId, located?.originalError ?? error);
  } catch {
    // The answer is more important than the log.
  }
  return unexpected(correlationId, place, outcome === undefined ? {} : { outcome });
};

const unexpected = (correlationId: string, place: object, more: object = {}): GraphQLError =>
  new GraphQLError('Internal error. The log of the server has it under this correlationId.', {
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId, unexpected: true, ...more },
  });

/** A variable or argument that does not fit its type: GraphQL's own error, which points into the document. */
const isBadValue = (located: GraphQLError): boolean => {
  const cause = located.path ? located.originalError : located;
  return cause instanceof GraphQLError && cause.nodes !== undefined;
};
