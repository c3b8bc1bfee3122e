import { FileError } from '@/lib/exchange/file-error';
import { readFile } from '@/lib/exchange/files';
import { StoreError } from '@/lib/store/errors';
import { commitImport, previewRows } from '@/lib/store/imports';
import { ContactDraft } from '../operations/contacts';
import type { ImportPreview } from '../views';
import type { Handlers, Of } from './context';

export const importHandlers: Handlers<Of<'imports'>> = {
  'imports.preview': async ({ db }, { text }) => {
    const { format, drafts, heldBack, unmapped } = read(text);
    const checked = drafts.map((draft) => ({ draft, parsed: ContactDraft.safeParse(draft) }));
    // What the contract would refuse is held back here: one overlong value must not stop a whole import.
    const refused = checked.flatMap(({ draft, parsed }): ImportPreview['heldBack'] => {
      const where = parsed.error?.issues[0]?.path.join('.');
      return where === undefined
        ? []
        : [{ where, reason: 'imports.held_long', text: draft.name.slice(0, 300) }];
    });
    const good = checked.flatMap(({ draft, parsed }) =>
      parsed.success ? [{ draft, parsed: parsed.data }] : [],
    );
    const rows = await previewRows(
      db,
      good.map((one) => one.parsed),
    );
    return {
      format,
      rows: rows.map((row, index) => ({ ...row, draft: good[index]!.draft })),
      heldBack: [...heldBack, ...refused],
      unmapped,
    };
  },
  'imports.commit': commitImport,
};

function read(text: string): ReturnType<typeof readFile> {
  try {
    return readFile(text);
  } catch (error) {
    if (error instanceof FileError) throw new StoreError('invalid', error.message);
    throw error;
  }
}
