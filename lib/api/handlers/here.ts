import type { SomeHandlers } from './context';
import { firstHandlers } from './first';

/** By the first word of an operation's name: what is of files, and what most pages never ask. */
const FILES = /^(answers|backup|data|exports|imports|retention)\./;
const SELDOM =
  /^(advice\.(today|backtest|effect|setMinutes)$|lists\.fill$|(analysis|bulk|fields|figures\.refresh|health|insights|plays|results|schedules|segments|tiers|views)\b)/;
/** What became of imports is told without their grammars. */
const REPORTS = /^imports\.(list|report)$/;

/**
 * What answers an operation in a page that has the database. What the first page asks came with its script; all else is loaded when
 * it is first asked for, a third of the program at a time.
 */
export async function handlersFor(op: string): Promise<SomeHandlers> {
  if (Object.hasOwn(firstHandlers, op)) return firstHandlers;
  if (FILES.test(op) && !REPORTS.test(op)) return (await import('./files')).fileHandlers;
  if (SELDOM.test(op)) return (await import('./seldom')).seldomHandlers;
  return (await import('./page')).pageHandlers;
}
