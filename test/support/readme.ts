/** The README's examples and tables, read from it so that tests can run them. */
import { readFileSync } from 'node:fs';

export const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

export interface Example {
  readonly query: string;
  readonly answer: string;
}
/** Each block of GraphQL with the block of JSON that follows it. */
export const examples: readonly Example[] = [
  ...README.matchAll(/```graphql\n([\s\S]*?)```\s+```json\n([\s\S]*?)```/g),
].map(([, query = '', answer = '']) => ({ query, answer }));

export const commands: readonly string[] = [...README.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, command = '']) =>
  command.trim(),
);
