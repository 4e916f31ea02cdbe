/** The cost of the journal on the embedded store, however many writes are open. */
import { openSqliteStore } from '../../../src/store/index.ts';
import { journalCases } from '../../support/journalCases.ts';

journalCases(() => openSqliteStore(':memory:'));
