import { isOfFiles } from '../of-files';
import type { SomeHandlers } from './context';
import { firstHandlers } from './first';

/** By the first word of an operation's name: what most pages never ask. */
const SELDOM =
  /^(advice\.(today|backtest|effect|setMinutes)$|lists\.fill$|(analysis|bulk|fields|figures\.refresh|health|insights|plays|results|schedules|segments|tiers|views)\b)/;

/**
 * What answers an operation in a page that has the database. What the first page asks came with its script; all else is loaded when
 * it is first asked for, a third of the program at a time.
 */
export async function handlersFor(op: string): Promise<SomeHandlers> {
  if (Object.hasOwn(firstHandlers, op)) return firstHandlers;
  if (isOfFiles(op)) return (await import('./files')).fileHandlers;
  if (SELDOM.test(op)) return (await import('./seldom')).seldomHandlers;
  return (await import('./page')).pageHandlers;
}
