/** `twilio-graphql complete`: completion of commands and options in a shell. The library knows the shells. */
import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { describeCommand } from './command.ts';

/** Call it last: it completes the commands that the program has by then. */
export const addCompletion = (program: Command): void => {
  tab(program);
  const complete = program.commands.find((each) => each.name() === 'complete');
  if (complete)
    describeCommand(complete, 'Print a script that makes a shell complete commands and options.', [
      'source <(twilio-graphql complete bash)',
    ]);
};
