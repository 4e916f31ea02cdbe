/** Texts that clients hold and only this server reads. What other folders may use. */
export { MAC_BYTES, Sealer } from './sealer.ts';
