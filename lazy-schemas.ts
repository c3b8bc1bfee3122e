import type { Plugin } from 'vite';

/** What makes a schema of another one. */
const DERIVES = new Set(['extend', 'nullable', 'omit', 'optional', 'partial', 'pick']);

interface Node {
  type: string;
  start: number;
  end: number;
  [part: string]: unknown;
}

/**
 * Schemas that stand at the top of a module are made when they are first asked for (`lib/crm/lazily.ts`), not when the module is
 * loaded: a page or worker would make some thousand parts at each start, and use a tenth. What no script of a build asks for is
 * left out of it, which the bundler does not dare with calls that it must suppose to do something.
 */
export function lazySchemas(): Plugin {
  return {
    name: 'lazy-schemas',
    transform: {
      filter: { id: /\/lib\/.*\.ts$/, code: /from ['"]zod['"]/ },
      handler(code) {
        const program = this.parse(code, { lang: 'ts' }) as unknown as { body: Node[] };
        const made = program.body.flatMap(declared).filter(isSchema);
        if (made.length === 0) return null;
        let lazy = code;
        for (const { start, end } of made.reverse()) {
          lazy = `${lazy.slice(0, start)}/* @__PURE__ */ lazily(() => (${lazy.slice(start, end)}))${lazy.slice(end)}`;
        }
        return { code: `import { lazily } from '@/lib/crm/lazily';${lazy}`, map: null };
      },
    },
  };
}

/** What the constants of a statement at the top of a module are. */
function declared(statement: Node): Node[] {
  const declaration =
    statement.type === 'ExportNamedDeclaration' ? (statement.declaration as Node | null) : statement;
  if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') return [];
  return (declaration.declarations as Node[]).flatMap((one) => (one.init as Node | null) ?? []);
}

/** A chain of calls that begins with `z`, or with another schema of which it makes one. */
function isSchema(made: Node): boolean {
  let [first, node] = ['', made];
  while (node.type === 'CallExpression') {
    const called = node.callee as Node;
    if (called.type !== 'MemberExpression') return false;
    first = (called.property as Node).name as string;
    node = called.object as Node;
  }
  return node !== made && node.type === 'Identifier' && (node.name === 'z' || DERIVES.has(first));
}
