import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { askingFaults, faultsOf, findFaults, importsOf, transactionFaults } from './support/architecture';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

describe('the import rule', () => {
  test('holds in every file', () => {
    const faults = findFaults(ROOT).map(
      ({ file, line, text, rule }) => `${file}:${line} ${text}\n    ${rule}`,
    );
    expect(faults).toEqual([]);
  });

  test.each([
    ['lib/crm/contacts.ts', "import Dexie from 'dexie';"],
    ['lib/crm/contacts.ts', "import { db } from '@/lib/store/database';"],
    ['lib/crm/contacts.ts', "import type { Database } from '../store/database';"],
    ['lib/sites/read.ts', "import { z } from 'zod';"],
    ['lib/store/migrations/0001-first.ts', "import { keys } from '../keys';"],
    ['lib/insight/rfm.ts', "import { db } from '../store/database';"],
    ['components/contacts/name.tsx', "import { z } from 'zod';"],
    ['components/contacts/name.tsx', "import { browser } from 'wxt/browser';"],
    ['components/ui/button.tsx', "import { Tags } from '@/components/tags/tags';"],
    ['entrypoints/panel/main.tsx', "import { localClient } from '@/lib/api/local';"],
    ['entrypoints/panel/main.tsx', "import { parse } from 'chrono-node';"],
    ['entrypoints/overlay.content/overlay.ts', "import { db } from '@/lib/store/database';"],
    ['entrypoints/overlay.content/overlay.ts', "const { db } = await import('@/lib/store/database');"],
    ['entrypoints/overlay.content/overlay.ts', "export { db } from '@/lib/store/database';"],
    ['entrypoints/workspace/main.tsx', "import { putRow } from '@/lib/store/contacts';"],
  ])('refuses in %s: %s', (file, source) => {
    expect(faultsOf(file, `// first line\n${source}\n`)).toMatchObject([{ file, line: 2 }]);
  });

  test.each([
    ['lib/crm/contacts.ts', "import { z } from 'zod';"],
    ['lib/store/contacts.ts', "import type { Results } from '@/lib/api/results';"],
    ['components/contacts/name.tsx', "import type { Contact } from '@/lib/crm/contacts';"],
    ['entrypoints/overlay.content/overlay.ts', "import { read } from '@/lib/sites/read';"],
  ])('allows in %s: %s', (file, source) => {
    expect(faultsOf(file, source)).toEqual([]);
  });

  test.each([
    "await fetch('https://telemetry.example');",
    'const socket = new WebSocket(url);',
    'navigator.sendBeacon(url, text);',
    'const request = new XMLHttpRequest();',
  ])('lets only the client of the hub ask the network: %s', (line) => {
    const source = `// Nobody may fetch (it is said here only).\n${line}\n`;
    for (const file of ['lib/hub/pull.ts', 'lib/store/contacts.ts', 'entrypoints/background/index.ts']) {
      expect(askingFaults(file, source)).toMatchObject([{ file, line: 2 }]);
    }
    expect(askingFaults('lib/hub/client.ts', source)).toEqual([]);
  });

  test('wants the function of a transaction to be async', () => {
    const plain = "const a = 1;\nreturn db.transaction('r', [db.contacts, db.tags], () => readAll(db));";
    expect(transactionFaults('lib/store/contacts.ts', plain)).toMatchObject([{ line: 2 }]);
    const wide = "db.transaction(\n  'rw',\n  db.tables,\n  () => readAll(db),\n);";
    expect(transactionFaults('lib/store/contacts.ts', wide)).toMatchObject([{ line: 1 }]);
    const good = "db.transaction('r', db.tables, async () => readAll(db));";
    expect(transactionFaults('lib/store/contacts.ts', good)).toEqual([]);
  });

  test('sees imports over several lines', () => {
    expect(importsOf("import {\n  a,\n  b,\n} from '@/x';\n\nimport type { C } from 'y';")).toMatchObject([
      { from: '@/x', typeOnly: false, line: 1 },
      { from: 'y', typeOnly: true, line: 6 },
    ]);
  });
});

describe('the built content scripts', () => {
  const builds = ['chrome-mv3', 'firefox-mv3'].map((name) => join(ROOT, '.output', name, 'content-scripts'));

  test.skipIf(!process.env.CI && !builds.some(existsSync))('contain neither Dexie nor zod', () => {
    expect(builds.some(existsSync), 'the extension is built before this test').toBe(true);
    for (const folder of builds.filter(existsSync)) {
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
        const code = readFileSync(join(folder, file), 'utf8');
        expect(code, file).not.toMatch(/_zod|ZodError|Dexie/);
      }
    }
  });
});
