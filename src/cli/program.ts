/** All commands as one program. */
import type { Command } from 'commander';
import { command } from './command.ts';
import { commands } from './commands/index.ts';
import { addCompletion } from './completion.ts';

const EXIT_CODES = `
Exit codes:
  0  done
  1  failed: wrong settings, a connection that does not work, an operation with errors
  2  wrong command, argument or option`;

export const createProgram = (): Command => {
  const program = command(
    'twilio-graphql',
    "Twilio's resources as one GraphQL API. Without a command, it starts the server.",
    'twilio-graphql',
    'twilio-graphql start --nodes 4 --config connections.yaml',
    "echo '{ account { friendlyName } }' | twilio-graphql query -",
  )
    .usage('[command] [options]')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EXIT_CODES);
  for (const create of commands) program.addCommand(create());
  addCompletion(program);
  return program;
};
