/** Files of recordings and messages. What other folders may use. */
export { contentPath, type Format, formats, Media, recordingAddress } from './media.ts';
