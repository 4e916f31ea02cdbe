/** Which products a connection has: a registry and schemas for each set of products, made once. */
import { readFileSync, statSync } from 'node:fs';
import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import { type Config, ConfigError } from '../config/index.ts';
import { entities } from '../entities/index.ts';
import type { Introspections } from '../http/index.ts';
import { createRegistry, onceByName, productFamily, type Registry } from '../model/index.ts';
import { type BuiltFacts, CORE, Introspection, Schemas } from '../schema/index.ts';

const known: ReadonlySet<string> = new Set(entities.map(productFamily));

export interface Served {
  readonly registry: Registry;
  readonly schemas: Schemas;
  /** Of the whole schema, the build has made the usual introspections. */
  readonly introspections: Introspections | undefined;
}

/** What the build has made of the whole schema, unless it is older than the program; a package has nothing else. */
const builtFile = (name: string): Buffer | undefined => {
  const file = new URL(`../introspection/${name}`, import.meta.url);
  const dateOf = (path: URL): number | undefined => statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  const made = dateOf(file);
  const compiled = dateOf(new URL('../.tsbuildinfo', import.meta.url)) ?? 0;
  return made !== undefined && made >= compiled ? readFileSync(file) : undefined;
};
const introspectionOf: Introspections = async (key) => builtFile(`${key}.json.gz`);
const facts: BuiltFacts = {
  introspection() {
    const lines = builtFile('types.jsonl');
    return lines && new Introspection(lines);
  },
  entities() {
    const bytes = builtFile('entities.json');
    return bytes && JSON.parse(bytes.toString());
  },
};

const build = onceByName(
  (names: readonly string[]) => names.join(),
  (names): Served => {
    const chosen = new Set([CORE, ...names]);
    const registry = createRegistry(
      entities.filter((entity) => chosen.has(productFamily(entity))),
      entities,
    );
    const isWhole = registry.entities.length === entities.length;
    return {
      registry,
      schemas: new Schemas(registry, entities, isWhole ? facts : undefined),
      introspections: isWhole ? introspectionOf : undefined,
    };
  },
);

/** `products`: names of products without their versions; `undefined`: all of them. */
export const servedProducts = (products: readonly string[] | undefined): Served =>
  build([...new Set(products ?? known)].sort());

/** Throws {@link ConfigError} for a product that Twilio does not have. */
export const checkProducts = ({ connections, file }: Pick<Config, 'connections' | 'file'>): void => {
  const mistakes = connections.flatMap(({ name, products = [] }) =>
    products
      .filter((each) => !known.has(each))
      .map((each) => {
        const [guess] = suggestionList(each, [...known]);
        const advice =
          guess === undefined ? `the products are ${[...known].sort().join(', ')}` : `did you mean ${guess}?`;
        return `${file ? `connections.${name}.products` : 'TWILIO_PRODUCTS'}: ${each} is not a product of Twilio; ${advice}`;
      }),
  );
  if (mistakes.length > 0) throw new ConfigError([...new Set(mistakes)].join('\n'));
};
