/** Documents that were parsed, validated and found small enough, kept for when they come again, up to a total size. */
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { pause } from '../pause/index.ts';
import { checkDocument, checkText } from './documentSize.ts';
import { checkRepetitions } from './repetitions.ts';

/**
 * Characters of all documents that are kept. A parsed document takes some 50 bytes of memory for each of its
 * characters, so these are about 10 MB, however many documents they are.
 */
const MAX_CHARACTERS = 200_000;
/** A longer document is not kept: programs that repeat one have shorter ones. */
const MAX_CHARACTERS_EACH = 20_000;

/** The schemas that an endpoint has: documents are answered by parts of the whole. */
export interface Schemas {
  /** A part of all of them. */
  readonly core: GraphQLSchema;
  /** What introspection shows to one operation. */
  introspected(): GraphQLSchema;
  /** Whether it still answers documents. */
  isCurrent(schema: GraphQLSchema): boolean;
  /** Schemas by which a document may be valid, the smallest first; each is built in slices. */
  candidates(document: DocumentNode): AsyncIterable<GraphQLSchema>;
  /** A schema that has what `schema` has, and the types of the global IDs that a document and its variables name. */
  withNodes(schema: GraphQLSchema, document: DocumentNode, variables: unknown): GraphQLSchema | Promise<GraphQLSchema>;
}
export interface Parser {
  parse(text: string): DocumentNode;
  validate(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[];
}
export interface Valid {
  readonly document: DocumentNode;
  readonly schema: GraphQLSchema;
}
/** A schema that other documents no longer need is not kept for this one: it takes megabytes. */
interface Kept {
  readonly document: DocumentNode;
  readonly schema: WeakRef<GraphQLSchema>;
}
export type Checked = Valid | { readonly errors: readonly GraphQLError[] };

export class Documents {
  readonly #schemas: Schemas;
  readonly #kept = new LRUCache<string, Kept>({
    maxSize: MAX_CHARACTERS,
    maxEntrySize: MAX_CHARACTERS_EACH,
    sizeCalculation: (_kept, text) => text.length + 1,
  });

  constructor(schemas: Schemas) {
    this.#schemas = schemas;
  }

  /** Rejects with what the parser throws, and for a document that is too large. Gives way between its steps. */
  async check(text: string, { parse, validate }: Parser): Promise<Checked> {
    const kept = this.#kept.get(text);
    const known = kept?.schema.deref();
    if (kept && known && this.#schemas.isCurrent(known)) return { document: kept.document, schema: known };
    checkText(text);
    await pause();
    const document = parsed(text, parse);
    await pause();
    checkDocument(document);
    checkRepetitions(document);
    await pause();
    let errors: readonly GraphQLError[] = [];
    for await (const schema of this.#schemas.candidates(document)) {
      errors = validate(schema, document);
      await pause();
      if (errors.length > 0) continue;
      this.#kept.set(text, { document, schema: new WeakRef(schema) });
      return { document, schema };
    }
    return { errors };
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
