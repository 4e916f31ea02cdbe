#!/usr/bin/env node
/** The entry point of the command line. */
import './heap.ts';
import { runCli } from './cli/index.ts';

await runCli(process.argv.slice(2));
