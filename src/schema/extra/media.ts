/** Where a browser without credentials can read what Twilio stores: fields that no descriptor can say. */
import { contentAddress, type Format, formats, recordingAddress } from '../../twilio/media/index.ts';
import type { Parts } from '../types.ts';

export const addMedia = ({ builder, registry, object }: Parts): void => {
  const [recording, media] = [registry.find('Recording'), registry.find('Media')];
  if (recording) {
    const format = builder.enumType('RecordingFormat', {
      description: 'How the sound of a recording is written.',
      values: {
        MP3: { value: 'mp3', description: 'Compressed: small, and played by every browser.' },
        WAV: { value: 'wav', description: 'Uncompressed, as it was recorded.' },
      } satisfies Record<Uppercase<Format>, { value: Format; description: string }>,
    });
    builder.objectField(object(recording), 'mediaUrl', (t) =>
      t.field({
        type: 'URL',
        nullable: true,
        description:
          'Where this server hands out the sound to whoever may ask it, without credentials of Twilio; in storage of ' +
          'your own, if recordings are kept there. Null until it is completed, and once it is deleted.',
        args: {
          format: t.arg({ type: format, defaultValue: 'mp3', description: 'How it is to be written.' }),
        },
        resolve: (row, args, { origin }) => recordingAddress(row, args.format ?? formats[0], origin),
      }),
    );
  }
  if (media)
    builder.objectField(object(media), 'contentUrl', (t) =>
      t.field({
        type: 'URL',
        nullable: true,
        description: 'Where this server hands out the file to whoever may ask it, without credentials of Twilio.',
        resolve: (row, _args, { origin }) => contentAddress(row, origin),
      }),
    );
};
