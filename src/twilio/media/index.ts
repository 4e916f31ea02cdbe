/** Files of recordings and messages. What other folders may use. */
export { contentAddress, type Format, formats, Media, recordingAddress } from './media.ts';
