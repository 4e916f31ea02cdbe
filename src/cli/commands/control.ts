/** `twilio-graphql suspend`, `resume` and `reload`: commands to a server that runs. */
import type { Command } from 'commander';
import { readServerConfig } from '../../config/index.ts';
import { controlServer } from '../../control/index.ts';
import { command, configOption, print } from '../command.ts';
import { readEnvironment } from '../environment.ts';

type Verb = 'suspend' | 'resume' | 'reload';

const send = async (verb: Verb, name: string | undefined, file: string | undefined): Promise<void> => {
  const { runtimeFolder, port, file: path } = readServerConfig(readEnvironment(), { file });
  print(await controlServer({ folder: runtimeFolder, verb, name, file: path, port }));
};

const ofConnection = (verb: 'suspend' | 'resume', summary: string): Command =>
  command(verb, summary, `twilio-graphql ${verb} sales`)
    .argument('<name>', 'name of the connection, such as default')
    .addOption(configOption())
    .action((name: string, { config }: { config?: string }) => send(verb, name, config));

export const suspend = (): Command =>
  ofConnection('suspend', 'Suspend a connection of the running server: it answers 503 and sends nothing to Twilio.');

export const resume = (): Command => ofConnection('resume', 'Resume a suspended connection of the running server.');

export const reload = (): Command =>
  command('reload', 'Make the running server read its settings again, like SIGHUP.', 'twilio-graphql reload')
    .addOption(configOption())
    .action(({ config }: { config?: string }) => send('reload', undefined, config));
