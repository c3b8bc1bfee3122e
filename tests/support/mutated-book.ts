import { packed, workbookParts } from './make-workbook';
import { mutated } from './mutations';

/** A workbook of everything: each part of it is mutated by itself, and the archive as a whole. */
const book = workbookParts([
  {
    name: '客户',
    merged: ['A1:A2', 'B1:C1', 'D3:D4'],
    rows: [
      ['姓名', '联系方式', null, '公司', '生日', 'Since'],
      [null, '电话', '邮箱', null, null, null],
      ['李慧敏', 13_800_138_000, 'li@huaxin.example', '华信', { number: 32_568, format: 'm"月"d"日"' }, true],
      [
        'Nora & <Quist>',
        { number: 612, format: '0000000' },
        'nora@quist.example',
        null,
        null,
        { number: 45_356.5, format: 'd/m/yyyy h:mm' },
      ],
      ['Bo', null, 'bo@b.example', { xml: '<c t="str"><f>A1</f><v>made</v></c>' }],
    ],
  },
  {
    name: 'Old',
    state: 'hidden',
    rows: [
      ['Name', 'Email'],
      ['Ana', 'ana@a.example'],
    ],
  },
]);

/** The same damaged workbook for the same seed: one part of it was mutated, or the archive. */
export async function mutatedBook(seed: number): Promise<Uint8Array<ArrayBuffer>> {
  const names = Object.keys(book);
  const inXml = seed % 4 !== 0;
  const name = names[seed % names.length]!;
  const bytes = new TextEncoder().encode(book[name]);
  const whole = await packed(inXml ? { ...book, [name]: mutated(bytes, [bytes], seed) } : book, { level: 0 });
  return inXml ? whole : new Uint8Array(mutated(whole, [whole, bytes], seed));
}
