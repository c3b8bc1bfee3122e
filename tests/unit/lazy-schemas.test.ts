import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { lazySchemas } from '@/lazy-schemas';
import { lazily } from '@/lib/crm/lazily';

/** A schema with how often it was made. */
function counted<S extends object>(make: () => S) {
  const times = { made: 0 };
  const schema = lazily(() => {
    times.made += 1;
    return make();
  });
  return { schema, times };
}

test('a schema is made when it is first asked, and once', () => {
  const { schema, times } = counted(() => z.object({ name: z.string().trim().min(1) }));
  expect(times.made).toBe(0);
  expect(schema.parse({ name: ' Ada ' })).toEqual({ name: 'Ada' });
  expect(schema.safeParse({ name: ' ' }).success).toBe(false);
  expect(times.made).toBe(1);
});

test('it is what it would have been: a union tells its parts apart, others are made of it', () => {
  const kind = lazily(() => z.enum(['work', 'personal']));
  const one = lazily(() => z.looseObject({ ask: z.literal('one'), kind: kind.optional() }));
  const two = lazily(() => z.looseObject({ ask: z.literal('two') }));
  const either = lazily(() => z.discriminatedUnion('ask', [one, two]));
  expect(either.parse({ ask: 'one', kind: 'work' })).toEqual({ ask: 'one', kind: 'work' });
  expect(either.safeParse({ ask: 'one', kind: 'none' }).success).toBe(false);
  expect(kind.options).toEqual(['work', 'personal']);
  expect(Object.keys(one.extend({ more: kind }).shape)).toEqual(['ask', 'kind', 'more']);
  expect(one.pick({ kind: true }).parse({})).toEqual({});
  expect(z.record(kind, z.int()).safeParse({ work: 1, personal: 2 }).success).toBe(true);
  expect(kind instanceof z.ZodEnum).toBe(true);
});

test('the build puts it around schemas at the top of a module, and around nothing else', () => {
  const { transform } = lazySchemas();
  const { handler } = transform as unknown as {
    handler: (this: object, code: string) => { code: string } | null;
  };
  const built = (code: string) => handler.call({ parse: parseAst }, code)?.code ?? null;
  const code = [
    "import { z } from 'zod';",
    'export const Name = z.string().min(1);',
    'const Names = Name.optional();',
    'export const shape = { name: z.string() };',
    'export const make = () => z.string();',
    "export const parsed = Name.parse('a');",
  ].join('\n');
  expect(built(code)?.split('\n').slice(1)).toEqual([
    'export const Name = /* @__PURE__ */ lazily(() => (z.string().min(1)));',
    'const Names = /* @__PURE__ */ lazily(() => (Name.optional()));',
    'export const shape = { name: z.string() };',
    'export const make = () => z.string();',
    "export const parsed = Name.parse('a');",
  ]);
  expect(built("import { z } from 'zod';\nexport type Name = z.infer<string>;")).toBeNull();
});
