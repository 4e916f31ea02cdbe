/** A process that is killed at each stage of a paid write, with the journal in a file. */
import { newState } from '../support/keys.ts';
import { killStages } from '../support/killStages.ts';

killStages(() => ({ TWILIO_GRAPHQL_STATE: newState() }));
