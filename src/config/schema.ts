/** Generates the JSON Schema of the file of connections, so that editors can complete and check it. */
import { z } from 'zod';
import { NAME } from './file.ts';
import { connectionSettings, fileSettings, secretFile, secretSettings } from './settings.ts';

const REFERENCE = 'May be a reference: env:NAME, or gcp-secret:projects/…/secrets/…/versions/….';

export const connectionsSchema = (): object => {
  const described = Object.entries({ ...fileSettings, ...connectionSettings }).map(
    ([key, type]): [string, z.ZodType] => {
      const isSecret = secretSettings.some((each) => each === key);
      return [key, isSecret ? z.string().optional().describe(`${type.description} ${REFERENCE}`) : type];
    },
  );
  const files = secretSettings.map((key): [string, z.ZodType] => [
    `${key}_file`,
    secretFile.optional().describe(`File that contains ${key}.`),
  ]);
  const connection = z.strictObject(Object.fromEntries([...described, ...files]));
  const file = z.strictObject({
    $schema: z.string().optional(),
    connections: z.record(z.string().regex(NAME), connection).describe('Connections by name.'),
  });
  return { title: 'Connections of twilio-graphql', ...z.toJSONSchema(file, { io: 'input' }) };
};
