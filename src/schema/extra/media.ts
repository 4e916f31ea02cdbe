/** Where a browser without credentials can read what Twilio stores: fields that no descriptor can say. */
import { contentPath, type Format, formats, recordingAddress } from '../../twilio/media/index.ts';
import type { Parts } from '../types.ts';

export const addMedia = ({ builder, registry, object }: Parts): void => {
  const [recording, media] = [registry.find('Recording'), registry.find('Media')];
  if (recording) {
    const format = builder.enumType('RecordingFormat', {
      description: 'Audio format of a recording.',
      values: {
        MP3: { value: 'mp3', description: 'Compressed; supported by all browsers.' },
        WAV: { value: 'wav', description: 'Uncompressed, original quality.' },
      } satisfies Record<Uppercase<Format>, { value: Format; description: string }>,
    });
    builder.objectField(object(recording), 'mediaUrl', (t) =>
      t.field({
        type: 'URL',
        nullable: true,
        description:
          'URL of the audio on this server, which needs no Twilio credentials. If recordings are kept in storage of ' +
          'your own, the URL there. Null until the recording is completed and after it is deleted.',
        args: {
          format: t.arg({ type: format, defaultValue: 'mp3', description: 'Audio format.' }),
        },
        resolve: (row, args, { client }) => {
          const address = recordingAddress(row, args.format ?? formats[0]);
          return address && ('path' in address ? client.link(address.path) : address.elsewhere);
        },
      }),
    );
  }
  if (media)
    builder.objectField(object(media), 'contentUrl', (t) =>
      t.field({
        type: 'URL',
        nullable: true,
        description: 'URL of the file on this server, which needs no Twilio credentials.',
        resolve: (row, _args, { client }) => client.link(contentPath(row)),
      }),
    );
};
