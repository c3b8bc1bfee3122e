import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The project's own files of every format and oddity, with their names. What is read of each stands beside it and is none of them. */
const FOLDER = join(import.meta.dirname, '../fixtures/exchange');
export const FILE_NAMES = readdirSync(FOLDER).filter((name) => !name.endsWith('.json'));
export const FILES = FILE_NAMES.map((name) => new Uint8Array(readFileSync(join(FOLDER, name))));
