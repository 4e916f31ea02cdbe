/** What of an error reaches the client: what is meant for it, with a code; of everything else only a correlation id. */
import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';

/** Takes note of an error that the client is not told about. */
export type Report = (correlationId: string, error: unknown) => void;

/** For yoga's `maskedErrors`. */
export const maskError =
  (report: Report) =>
  (error: unknown): GraphQLError => {
    const located = error instanceof GraphQLError ? error : undefined;
    if (typeof located?.extensions.code === 'string') return located;
    const place = { nodes: located?.nodes ?? null, path: located?.path ?? null };
    if (located && isBadValue(located))
      return new GraphQLError(located.message, {
        ...place,
        extensions: { code: 'BAD_USER_INPUT', ...(located.path ? {} : { http: { status: 400, spec: true } }) },
      });
    const correlationId = randomUUID();
    report(correlationId, located?.originalError ?? error);
    return new GraphQLError('Something went wrong here.', {
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId, unexpected: true },
    });
  };

/** A variable or argument that does not fit its type: GraphQL's own complaint, which points into the document. */
const isBadValue = (located: GraphQLError): boolean => {
  const said = located.path ? located.originalError : located;
  return said instanceof GraphQLError && said.nodes !== undefined;
};
