import { answerHandlers } from './answers';
import { dataHandlers } from './data';
import { importHandlers } from './imports';

/** What reads and writes files, with their grammars. */
export const fileHandlers = { ...dataHandlers, ...importHandlers, ...answerHandlers };
