/** SIDs derived from a text, so that they are the same at every start. */
import { createHash } from 'node:crypto';

export const hex = (text: string): string => createHash('md5').update(text).digest('hex');
export const sidOf = (prefix: string, text: string): string => `${prefix}${hex(`${prefix} ${text}`)}`;
