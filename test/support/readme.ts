/** The pages for people: README and docs/, read so that tests can run every example and command in them. */
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

export interface Block {
  readonly language: string;
  readonly text: string;
  /** The block right after it, such as the answer to a query. */
  readonly next: Block | undefined;
}
export interface DocPage {
  readonly name: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

const blocksOf = (text: string): readonly Block[] => {
  const blocks: Block[] = [];
  const found = [...text.matchAll(/```(\w+)\n([\s\S]*?)```(\s*(?=```))?/g)];
  for (const [, language = '', block = '', adjoining] of found.reverse())
    blocks.unshift({ language, text: block, next: adjoining === undefined ? undefined : blocks[0] });
  return blocks;
};

export const pages: readonly DocPage[] = [
  'README.md',
  ...readdirSync(new URL('docs/', root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((name) => {
  const text = readFileSync(new URL(name, root), 'utf8');
  return { name, text, blocks: blocksOf(text) };
});

export const pageOf = (name: string): DocPage => {
  const page = pages.find((each) => each.name === name);
  if (!page) throw new Error(`There is no page ${name}.`);
  return page;
};
