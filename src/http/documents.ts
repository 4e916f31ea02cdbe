/** Documents that were parsed, validated and found small enough, kept for when they come again, up to a total size. */
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { checkDocument, checkText } from './size.ts';

/**
 * Characters of all documents that are kept. A parsed document takes some 50 bytes of memory for each of its
 * characters, so these are about 10 MB, however many documents they are.
 */
const MAX_CHARACTERS = 200_000;
/** A longer document is not kept: programs that repeat one have shorter ones. */
const MAX_CHARACTERS_EACH = 20_000;

export interface Parser {
  readonly schema: GraphQLSchema;
  parse(text: string): DocumentNode;
  validate(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[];
}
export type Checked = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

export class Documents {
  readonly #kept = new LRUCache<string, DocumentNode>({
    maxSize: MAX_CHARACTERS,
    maxEntrySize: MAX_CHARACTERS_EACH,
    sizeCalculation: (_document, text) => text.length + 1,
  });

  /** Throws what the parser throws, and for a document that is too large. */
  check(text: string, { schema, parse, validate }: Parser): Checked {
    const known = this.#kept.get(text);
    if (known) return { document: known };
    checkText(text);
    const document = parsed(text, parse);
    checkDocument(document);
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors };
    this.#kept.set(text, document);
    return { document };
  }
}

const parsed = (text: string, parse: Parser['parse']): DocumentNode => {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof GraphQLError)
      Object.assign(error.extensions, { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400, spec: true } });
    throw error;
  }
};
