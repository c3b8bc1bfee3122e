import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { current, take } from '@/components/imports/brought-file';
import { ImportDialog } from '@/components/imports/import-dialog';
import { ImportList } from '@/components/imports/import-list';
import { Importer } from '@/components/imports/importer';
import { RunBar } from '@/components/imports/run-bar';
import { type SheetFile, WorkbookDialog } from '@/components/imports/workbook-dialog';
import { toasts } from '@/components/ui/toast';
import type {
  FileHead,
  ImportPreview,
  ImportRecord,
  ImportReportDetail,
  RecordStatus,
  SheetView,
} from '@/lib/api/import-views';
import { ApiError } from '@/lib/api/message';
import { ENCODINGS } from '@/lib/exchange/encoding-labels';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

workspaceTests();

const record = (
  where: string,
  name: string,
  status: RecordStatus,
  more: Partial<ImportRecord> = {},
): ImportRecord => ({
  where,
  name,
  detail: `${where}@file.example`,
  status,
  into: null,
  gains: [],
  doubt: null,
  candidates: [],
  ...more,
});
const HEAD: FileHead = {
  format: 'csv',
  encoding: 'utf-8',
  text: 'Name',
  table: {
    header: ['Name', 'Shoe size'],
    samples: [['Nora Quist', '41']],
    mapping: { fingerprint: 'f', of: 'people', columns: [{ is: 'name' }, null] },
    isRemembered: false,
  },
};
const ID = '01999999-0000-7000-8000-000000000001';
const PREVIEW: ImportPreview = {
  format: 'csv',
  encoding: 'utf-8',
  counts: { new: 1, changed: 1, same: 1, question: 1, held: 1 },
  companies: 0,
  events: 0,
  deals: 0,
  stages: [],
  records: [
    record('2', 'Nora Quist', 'new'),
    record('3', 'A. Byron', 'changed', { into: 'Ada Byron', gains: ['Oslo'] }),
    record('4', 'Ada Byron', 'same'),
    record('5', 'Carl Holm', 'question', {
      doubt: 'name',
      candidates: [{ choice: { contactId: ID }, name: 'Dora Vik', detail: 'Fjordlys' }],
    }),
  ],
  heldBack: [
    { where: '6', reason: 'imports.held_nobody', text: ',,' },
    { where: '7 birthday', reason: 'imports.held_date', text: '1985-13-45' },
  ],
  unmapped: [{ property: 'Shoe size', count: 2 }],
};
const REPORT: ImportReportDetail = {
  id: ID,
  name: 'people.csv',
  format: 'csv',
  encoding: 'utf-8',
  at: Date.UTC(2026, 2, 2),
  state: 'done',
  twins: 1,
  counts: { added: 1, changed: 2, same: 1, held: 1 },
  progress: null,
  isWaiting: false,
  heldBack: PREVIEW.heldBack,
  unmapped: [],
};
const FILE = new File(['Name'], 'people.csv');
const answers = {
  'imports.head': () => HEAD,
  'imports.preview': () => PREVIEW,
  'imports.list': () => [],
  'imports.report': () => REPORT,
};

test('columns are mapped, questions answered, and only then something is written', async () => {
  const client = fakeClient({ ...answers, 'imports.run': () => REPORT.counts });
  const closed = vi.fn();
  renderOver(client, <ImportDialog file={FILE} onClose={closed} />);
  const shoe = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Shoe size' });
  expect(screen.getByText('41')).toBeTruthy();
  fireEvent.change(shoe, { target: { value: 'own' } });
  fireEvent.click(screen.getByRole('button', { name: 'Check' }));

  expect(await screen.findByRole('radio', { name: 'Questions 1' })).toBeTruthy();
  const question = screen.getByRole('group', { name: 'Who is Carl Holm?' });
  expect(screen.getByRole('button', { name: 'Import 2 records' })).toBeTruthy();
  fireEvent.click(within(question).getByRole('radio', { name: /This is Dora Vik/ }));
  fireEvent.click(screen.getByRole('radio', { name: 'Completed 1' }));
  expect(screen.getByText(/completes Ada Byron/)).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: 'Held back 1' }));
  expect(screen.getByText(/neither a name nor an address/).textContent).toMatch(/^Line 6 /);
  // The file's reader names its fields in English of its own; the page names them as everywhere.
  expect(screen.getByText(/1985-13-45/).parentElement?.textContent).toMatch(/^Line 7 Birthday /);
  expect(client.inputs('imports.run')).toEqual([]);

  fireEvent.click(screen.getByRole('button', { name: 'Import 3 records' }));
  expect(
    await screen.findByText('1 new, 2 completed, 1 unchanged, 1 held back.', { selector: 'p' }),
  ).toBeTruthy();
  const [input] = client.inputs('imports.run');
  expect(input?.choices).toEqual([['5', { contactId: ID }]]);
  expect(input?.options.mapping?.columns).toEqual([{ is: 'name' }, { is: 'fact', field: 'Shoe size' }]);
  expect(input?.fields).toEqual({ 'Shoe size': { label: 'Shoe size', type: 'text' } });
  // Who may be there already is told with the way to compare them; the dialog does not stand before it.
  expect(screen.getByText(/^1 contact of this import may be somebody you already have/)).toBeTruthy();
  const compare = screen.getByRole('link', { name: 'Compare them' });
  expect(compare.getAttribute('href')).toBe('#/duplicates');
  fireEvent.click(compare);
  expect(closed).toHaveBeenCalled();
});

test('a table in which no column is the name says what comes of it, until one is chosen', async () => {
  const mapping = { ...HEAD.table!.mapping, columns: [null, null] };
  const client = fakeClient({
    ...answers,
    'imports.head': () => ({ ...HEAD, table: { ...HEAD.table!, mapping } }),
  });
  renderOver(client, <ImportDialog file={FILE} onClose={() => {}} />);
  const said = await screen.findByText(/^No column is the name: people will be called by their address/);
  expect(said.getAttribute('role')).toBe('status');
  fireEvent.change(screen.getByRole('combobox', { name: 'Name' }), { target: { value: 'name' } });
  expect(screen.queryByText(/^No column is the name/)).toBe(null);
});

test('a file without contacts says why, in words', async () => {
  const client = fakeClient({
    ...answers,
    'imports.head': () => {
      throw new ApiError('invalid', 'imports.problem_zip');
    },
  });
  renderOver(client, <ImportDialog file={FILE} onClose={() => {}} />);
  expect((await screen.findByRole('alert')).textContent).toContain('This is an archive.');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Check' }).disabled).toBe(true);
});

test('a file of more than 100 MB is refused before a byte of it is read', async () => {
  const slice = vi.fn();
  const huge = new File([], 'all.vcf');
  Object.defineProperty(huge, 'size', { value: 200_000_000 });
  await take(Object.assign(huge, { slice }));
  expect(toasts.value.map(({ message }) => message)).toEqual([
    'This file is larger than 100 MB. Split it, and import the parts one after the other.',
  ]);
  expect([current.value, slice.mock.calls.length]).toEqual([null, 0]);
});

test('another encoding is read at once', async () => {
  const client = fakeClient(answers);
  renderOver(client, <ImportDialog file={FILE} onClose={() => {}} />);
  const choice = await screen.findByRole('combobox', { name: /Encoding/ });
  const offered = within(choice).getAllByRole<HTMLOptionElement>('option');
  expect(offered.map(({ value }) => value)).toEqual([...ENCODINGS]);
  fireEvent.change(choice, { target: { value: 'big5' } });
  await waitFor(() => expect(client.inputs('imports.head').at(-1)?.options).toEqual({ encoding: 'big5' }));
});

test('an import whose page was closed can be gone on with or taken back', async () => {
  const waiting = {
    ...REPORT,
    state: 'running' as const,
    isWaiting: true,
    progress: { done: 2000, total: 5000 },
  };
  const client = fakeClient({
    ...answers,
    'imports.list': () => [waiting],
    'imports.resume': () => REPORT.counts,
    'imports.takeBack': () => ({}),
  });
  renderOver(client, <RunBar />);
  expect(await screen.findByText('The import of people.csv stopped at 2,000 of 5,000.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  await waitFor(() => expect(client.inputs('imports.resume')).toEqual([{ id: ID }]));
  await waitFor(() =>
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Take back' }).disabled).toBe(false),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Take back' }));
  await waitFor(() => expect(client.inputs('imports.takeBack')).toEqual([{ id: ID }]));
});

test('imports are listed, the last first, each with its report and its undo', async () => {
  const client = fakeClient({ ...answers, 'imports.list': () => [REPORT], 'changes.undo': () => null });
  renderOver(client, <ImportList onImport={() => {}} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Import of people.csv' }));
  expect(await screen.findByText(/neither a name nor an address/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(client.inputs('changes.undo')).toEqual([{ batchId: ID }]));
});

test('after a change of the columns nothing is written by what was shown and answered before', async () => {
  let asked = 0;
  let answer: (preview: ImportPreview) => void = () => {};
  const client = fakeClient({
    ...answers,
    'imports.run': () => REPORT.counts,
    'imports.preview': () => {
      asked += 1;
      return asked === 1 ? PREVIEW : new Promise<ImportPreview>((resolve) => (answer = resolve));
    },
  });
  renderOver(client, <ImportDialog file={FILE} onClose={() => {}} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Check' }));
  const question = await screen.findByRole('group', { name: 'Who is Carl Holm?' });
  fireEvent.click(within(question).getByRole('radio', { name: /This is Dora Vik/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  const shoe = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Shoe size' });
  fireEvent.change(shoe, { target: { value: 'own' } });
  fireEvent.click(screen.getByRole('button', { name: 'Check' }));
  await waitFor(() => expect(asked).toBe(2));
  expect(screen.queryByRole('group', { name: 'Who is Carl Holm?' })).toBe(null);
  expect(screen.queryByRole('button', { name: /^Import 3/ })).toBe(null);
  answer(PREVIEW);
  fireEvent.click(await screen.findByRole('button', { name: 'Import 2 records' }));
  await waitFor(() => expect(client.inputs('imports.run').length).toBe(1));
  expect(client.inputs('imports.run')[0]?.choices).toEqual([]);
});

describe('a workbook', () => {
  const book = new File(['PK\u0003\u0004...'], 'people.xlsx', { lastModified: 5 });
  const sheet = (name: string, rows: number, isHidden = false): SheetView => ({
    name,
    rows,
    isHidden,
    file: new Blob([`sep=,\n${name}`]),
  });
  const opened = async (sheets: SheetView[] | ApiError) => {
    const onSheet = vi.fn<(sheet: SheetFile, others: SheetFile[]) => void>();
    const client = fakeClient({
      'imports.sheets': () => {
        if (sheets instanceof ApiError) throw sheets;
        return sheets;
      },
    });
    renderOver(client, <WorkbookDialog file={book} onSheet={onSheet} onClose={() => {}} />);
    return onSheet;
  };

  test('with one sheet is read without a question', async () => {
    const onSheet = await opened([sheet('People', 3)]);
    await waitFor(() => expect(onSheet).toHaveBeenCalledTimes(1));
    const [{ file }, others] = onSheet.mock.calls[0]!;
    expect([file.name, file.lastModified, await file.text()]).toEqual(['people.xlsx', 5, 'sep=,\nPeople']);
    expect(others).toEqual([]);
  });

  test('with several asks which', async () => {
    const onSheet = await opened([sheet('People', 3), sheet('Old', 1200), sheet('Lists', 2, true)]);
    const choices = await screen.findByRole('group', { name: 'Which sheet?' });
    expect(within(choices).getByText('1,200 rows')).toBeTruthy();
    expect(within(choices).getByText('2 rows · hidden')).toBeTruthy();
    fireEvent.click(within(choices).getByRole('radio', { name: /^Old/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Read this sheet' }));
    const [{ file }, others] = onSheet.mock.calls[0]!;
    expect([file.name, await file.text()]).toEqual(['people.xlsx · Old', 'sep=,\nOld']);
    // One that is hidden is brought only by who asks for it.
    expect(others.map(({ name }) => name)).toEqual(['People']);
  });

  test('goes on with the next sheet in one click, when one is in and where one holds nobody', async () => {
    const client = fakeClient({
      ...answers,
      'imports.sheets': () => [sheet('Notes', 9), sheet('People', 3), sheet('Old', 2)],
      'imports.head': async ({ file }) => {
        if ((await file.text()).endsWith('Notes')) throw new ApiError('invalid', 'imports.problem_columns');
        return HEAD;
      },
      'imports.run': () => REPORT.counts,
    });
    await take(book);
    renderOver(client, <Importer />);
    const dialog = (name: string) => screen.findByRole('dialog', { name: `Import people.xlsx · ${name}` });
    expect(await screen.findByText(/One sheet is brought at a time\./)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Read this sheet' }));
    expect((await within(await dialog('Notes')).findByRole('alert')).textContent).toMatch(/^No column is/);
    fireEvent.click(screen.getByRole('button', { name: 'Next sheet: People' }));
    await dialog('People');
    fireEvent.click(await screen.findByRole('button', { name: 'Check' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Import 2 records' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Next sheet: Old' }));
    await dialog('Old');
    fireEvent.click(await screen.findByRole('button', { name: 'Check' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Import 2 records' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Done' }));
    expect(screen.queryByRole('button', { name: /^Next sheet/ })).toBeNull();
    expect(client.inputs('imports.run').map(({ name }) => name)).toEqual([
      'people.xlsx · People',
      'people.xlsx · Old',
    ]);
    expect(current.value).toBeNull();
  });

  test('is not read any further when its dialog is closed', async () => {
    let signal: AbortSignal | undefined;
    const client = fakeClient({});
    client.call = (_, __, options) => {
      signal = options?.signal;
      return new Promise(() => {});
    };
    const { unmount } = renderOver(
      client,
      <WorkbookDialog file={book} onSheet={() => {}} onClose={() => {}} />,
    );
    await waitFor(() => expect(signal?.aborted).toBe(false));
    unmount();
    await waitFor(() => expect(signal?.aborted).toBe(true));
  });

  test('that has a password says so', async () => {
    const onSheet = await opened(new ApiError('invalid', 'imports.problem_locked'));
    expect((await screen.findByRole('alert')).textContent).toContain('This workbook has a password.');
    expect(onSheet).not.toHaveBeenCalled();
  });

  test('is told by its first bytes, and its sheet has no encoding to choose', async () => {
    await take(new File(['PK\u0003\u0004'], 'people.csv'));
    expect(current.value?.is).toBe('archive');
    await take(FILE);
    expect(current.value?.is).toBe('file');
    const gone = new File([], 'folder');
    gone.slice = () =>
      ({ text: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }) as unknown as Blob;
    await take(gone);
    expect(current.value?.file).toBe(gone);
    current.value = null;
    renderOver(fakeClient(answers), <ImportDialog file={FILE} isSheet onClose={() => {}} />);
    expect(await screen.findByRole('combobox', { name: 'Shoe size' })).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: /Encoding/ })).toBeNull();
  });
});
