import { FileError } from '../file-error';
import type { Archive } from './archive';
import { type NumberForm, numberForm } from './number-form';
import { readXml } from './xml';

/** Excel keeps 65,490 styles. */
const MOST_STYLES = 100_000;

/** What numbers are shown as, by the number of a cell's style. */
export async function readForms(archive: Archive, part: string): Promise<NumberForm[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let ofCells = false;
  await readXml(archive, part, {
    open: (name, attribute) => {
      if (name === 'cellXfs') ofCells = true;
      else if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      else if (name === 'xf' && ofCells) ids.push(Number(attribute('numFmtId') ?? 0));
      if (codes.size > MOST_STYLES || ids.length > MOST_STYLES) throw new FileError('large');
    },
    close: (name) => {
      if (name === 'cellXfs') ofCells = false;
    },
  });
  const forms = new Map<number, NumberForm>();
  return ids.map((id) => {
    const form = forms.get(id) ?? numberForm(id, codes.get(id));
    forms.set(id, form);
    return form;
  });
}
