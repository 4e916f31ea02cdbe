/** Voice dialing permissions. */
import { container } from '../../../model/index.ts';
import { voice } from './product.ts';

export const VoiceDialingPermissions = container('VoiceDialingPermissions', { in: voice, at: 'dialingPermissions' });
