const FILES = /^(answers|backup|data|exports|imports|retention)\./;
/** What became of imports is told without their grammars. */
const REPORTS = /^imports\.(list|report)$/;

/** Whether an operation reads or writes files: what answers it comes with their grammars. */
export const isOfFiles = (op: string): boolean => FILES.test(op) && !REPORTS.test(op);
