import { batch } from './batch';
import { command } from './command';
import { deleteRows } from './each-row';
import { readNamed } from './named';
import type { Context } from './work';

/** Adds a company; one of the same name is answered instead. */
export function addCompany(ctx: Context, { name }: { name: string }): Promise<{ id: string }> {
  return command(ctx, async (work) => ({ id: (await readNamed(work, [name])).company(name) }));
}

/** Renames a company, and the facts of its people that bear the old name. */
export function editCompany(
  ctx: Context,
  { id, name }: { id: string; name: string },
): Promise<Record<string, never>> {
  return batch<string, Record<string, never>>(ctx, {
    items: async () => [id, ...(await ctx.db.contacts.where('k.companies').equals(id).primaryKeys())],
    start: {},
    run: async (work, ids) => {
      if (ids[0] === id) (await work.one('companies', id)).name = name;
      for (const contact of await work.live(
        'contacts',
        ids.filter((one) => one !== id),
      )) {
        for (const fact of Object.values(contact.facts)) {
          if (fact.field === 'company' && fact.ref === id) Object.assign(fact, { value: name });
        }
      }
      return {};
    },
  });
}

/** Deletes companies. Their people stay, with the company's name as text. */
export function deleteCompanies(ctx: Context, { ids }: { ids: string[] }): Promise<{ count: number }> {
  return deleteRows(ctx, 'companies', ids);
}
