/** How large a document may be. The limits bound the work of parsing, validating and running it. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  Lexer,
  type SelectionSetNode,
  Source,
  TokenKind,
  visit,
} from 'graphql';

/** Two hundred aliased Gets are some 2,400 tokens, GraphiQL's introspection some 350. */
export const MAX_TOKENS = 5000;
/** Each error of an answer counts the lines before its place in the document. */
export const MAX_LINES = 5000;
/** Nested brackets. Parser and validation recurse for each of them; a thousand could exhaust the stack. */
export const MAX_NESTING = 200;

/** Fields after fragments are spread: thirty fragments that each use the next one twice would be a billion fields. */
export const MAX_FIELDS = 5000;

/** Throws for what is too long or too deep to be parsed. */
export const checkText = (document: string): void => {
  const lexer = new Lexer(new Source(document));
  let nesting = 0;
  for (let tokens = 0; advance(lexer) !== TokenKind.EOF; ) {
    tokens++;
    nesting += STEP[lexer.token.kind] ?? 0;
    if (tokens > MAX_TOKENS)
      throw tooLarge(`longer than ${MAX_TOKENS} tokens; split it, or use variables and fragments`);
    if (lexer.token.line > MAX_LINES) throw tooLarge(`longer than ${MAX_LINES} lines`);
    if (nesting > MAX_NESTING) throw tooLarge(`nested deeper than ${MAX_NESTING} brackets`);
  }
};

/** Values in variables. Each is coerced, checked and compared with rows. */
export const MAX_VARIABLE_VALUES = 20_000;

/** Values as which an object counts. */
const OBJECT_VALUES = 2;

/** Throws for variables that are too many, or nested so deep that reading them could exhaust the stack. */
export const checkVariables = (variables: unknown): void => {
  const refused = (rule: string) =>
    new GraphQLError(`variables: ${rule}`, { extensions: { code: 'BAD_USER_INPUT', argument: 'variables' } });
  // Level by level, so that this does not exhaust the stack itself.
  let level: unknown[] = [variables];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    // Each field of an object's type is looked up in it: an object takes longer than a value.
    for (const value of level) values += isObject(value) ? OBJECT_VALUES : 1;
    if (depth > MAX_NESTING) throw refused(`are nested more than ${MAX_NESTING} levels deep`);
    if (values > MAX_VARIABLE_VALUES) throw refused(`have more than ${MAX_VARIABLE_VALUES} values`);
    level = level.flatMap((value) => (isObject(value) ? Object.values(value) : []));
  }
};
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Throws for what is too large to be validated or run. */
export const checkDocument = (document: DocumentNode): void => {
  if (fieldsOf(document) > MAX_FIELDS) throw tooLarge(`larger than ${MAX_FIELDS} fields once its fragments are spread`);
  if (renamesSchema(document))
    throw refuse('The schema can be queried once, under its own names: introspection takes no aliases.');
  if (hasThen(document)) throw misnamed;
};

/** Whether an object of the answer would have a property `then`: the executor takes it for a promise and loses it. */
const hasThen = (document: DocumentNode): boolean => {
  let found = false;
  visit(document, {
    Field: ({ alias, name }) => {
      found ||= (alias ?? name).value === 'then';
    },
  });
  return found;
};

/** Aliases would allow a small document to ask for the whole schema thousands of times. */
const renamesSchema = (document: DocumentNode): boolean => {
  const wholes = new Set<string>();
  let inside = 0;
  let renames = false;
  const step = (isWithin: boolean, by: 1 | -1) => {
    if (isWithin) inside += by;
  };
  const isRoot = ({ name: { value } }: FieldNode) => value === '__schema' || value === '__type';
  const isOfSchema = ({ typeCondition }: FragmentDefinitionNode) => typeCondition.name.value.startsWith('__');
  visit(document, {
    Field: {
      enter(node) {
        if (node.name.value === '__schema') wholes.add((node.alias ?? node.name).value);
        renames ||= inside > 0 && node.alias !== undefined;
        step(isRoot(node), 1);
      },
      leave: (node) => step(isRoot(node), -1),
    },
    FragmentDefinition: {
      enter: (node) => step(isOfSchema(node), 1),
      leave: (node) => step(isOfSchema(node), -1),
    },
  });
  return wholes.size > 1 || renames;
};

/** A syntax error ends the count: the parser reports it. */
const advance = (lexer: Lexer): TokenKind => {
  try {
    return lexer.advance().kind;
  } catch {
    return TokenKind.EOF;
  }
};

const STEP: Partial<Record<TokenKind, number>> = {
  [TokenKind.BRACE_L]: 1,
  [TokenKind.BRACKET_L]: 1,
  [TokenKind.PAREN_L]: 1,
  [TokenKind.BRACE_R]: -1,
  [TokenKind.BRACKET_R]: -1,
  [TokenKind.PAREN_R]: -1,
};

/** After fragments are spread. */
const fieldsOf = ({ definitions }: DocumentNode): number => {
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
  );
  const known = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const found = known.get(name);
    if (found !== undefined) return found;
    // A fragment that spreads itself counts as nothing: validation refuses it.
    known.set(name, 0);
    const fields = ofSelection(fragments.get(name)?.selectionSet);
    known.set(name, fields);
    return fields;
  };
  const ofSelection = (selection: SelectionSetNode | undefined): number => {
    let fields = 0;
    for (const each of selection?.selections ?? [])
      if (each.kind === Kind.FRAGMENT_SPREAD) fields += ofFragment(each.name.value);
      else fields += ofSelection(each.selectionSet) + (each.kind === Kind.FIELD ? 1 : 0);
    return fields;
  };
  let fields = 0;
  for (const each of definitions) if (each.kind === Kind.OPERATION_DEFINITION) fields += ofSelection(each.selectionSet);
  return fields;
};

const refuse = (why: string) =>
  new GraphQLError(why, { extensions: { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400 } } });
const misnamed = new GraphQLError('No field can have the response name `then`. Choose another alias.', {
  extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400, spec: true } },
});
export const tooLarge = (rule: string) => refuse(`The document is ${rule}.`);
