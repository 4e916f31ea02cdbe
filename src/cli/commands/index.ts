/** Every command, in the order of the help. A new command is a file here and a line in this list. */
import type { Command } from 'commander';
import { check } from './check.ts';
import { config } from './config.ts';
import { reload, resume, suspend } from './control.ts';
import { key } from './key.ts';
import { operations } from './operations.ts';
import { query } from './query.ts';
import { sends } from './sends.ts';
import { start } from './start.ts';

export const commands: readonly (() => Command)[] = [
  start,
  check,
  config,
  query,
  key,
  sends,
  operations,
  suspend,
  resume,
  reload,
];
