import { Plus, X } from 'lucide';
import { Button, IconButton } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { Row } from '@/components/ui/sheet';
import { t } from '@/lib/i18n';
import type { AuthorForm, Block } from '@/lib/surveys/form';
import { useBench } from './bench';
import { withBlocks } from './draft/computed';
import { freshId } from './draft/ids';
import { merged } from './draft/questions';
import { inShort, readable } from './draft/texts';
import { Editor } from './editor';
import { typeWords } from './words';
import './computed.css';

/** What an order can be drawn of: all pages, or the questions of one page. */
interface Among {
  /** Empty for the pages. */
  page: string;
  label: string;
  members: { id: string; label: string }[];
}

/** Pages and questions whose order is drawn for each who answers. */
export function BlocksEditor() {
  const { form, lang, act } = useBench();
  const blocks = form.blocks ?? [];
  const among = amongOf(form, lang);
  const free = among.find(
    ({ members }) =>
      members.length > 1 && !blocks.some(({ of }) => members.some(({ id }) => of.includes(id))),
  );
  const add = () => {
    if (free)
      act(
        withBlocks(form, [
          ...blocks,
          { id: freshId(form, 'p').replace('p', 'b'), of: free.members.map(({ id }) => id) },
        ]),
      );
  };
  return (
    <Editor label={t('logic.blocks')}>
      <Row gutter={t('logic.blocks')}>
        <p>{t('logic.blocks_about')}</p>
        {blocks.length === 0 && (
          <p class="quiet-text">{t(free ? 'logic.blocks_none' : 'logic.block_needs')}</p>
        )}
      </Row>
      {blocks.map((block, at) => (
        <One key={block.id} of={block} at={at} among={among} />
      ))}
      {free && (
        <Row gutter="">
          <Button kind="bare" icon={Plus} onClick={add}>
            {t('logic.block_add')}
          </Button>
        </Row>
      )}
    </Editor>
  );
}

function One({ of: block, at, among }: { of: Block; at: number; among: Among[] }) {
  const { form, act } = useBench();
  const blocks = form.blocks ?? [];
  const own = among.find(({ members }) => members.some(({ id }) => block.of.includes(id))) ?? among[0]!;
  const ids = own.members.map(({ id }) => id);
  const places = block.of.map((id) => ids.indexOf(id)).filter((place) => place >= 0);
  const [from, to] = [Math.min(...places), Math.max(...places)];
  const change = (part: Partial<Block>) => act(withBlocks(form, blocks.with(at, merged(block, part))));
  const between = (first: number, last: number) =>
    change({ of: ids.slice(Math.min(first, last), Math.max(first, last) + 1), shows: undefined });
  const number = at + 1;
  return (
    <Row gutter={t('logic.block_n', { n: number })} field>
      <fieldset>
        <legend class="unseen">{t('logic.block_n', { n: number })}</legend>
        <div class="block-head">
          <Select
            label={t('logic.block_what')}
            value={own.page}
            choices={among
              .filter(({ members, page }) => members.length > 1 || page === own.page)
              .map(({ page, label }) => ({ value: page, label }))}
            onChoose={(page) => {
              const members = among.find((one) => one.page === page)?.members ?? [];
              change({ of: members.map(({ id }) => id), shows: undefined });
            }}
          />
          <Select
            label={t('logic.block_shows')}
            value={String(block.shows ?? block.of.length)}
            choices={block.of.map((_, index) => {
              const count = block.of.length - index;
              return {
                value: String(count),
                label:
                  index === 0
                    ? t('logic.block_all', { count })
                    : t('logic.block_some', { count, all: block.of.length }),
              };
            })}
            onChoose={(count) =>
              change({ shows: Number(count) === block.of.length ? undefined : Number(count) })
            }
          />
          <IconButton
            icon={X}
            size={14}
            label={t('logic.block_remove', { n: number })}
            onClick={() => act(withBlocks(form, blocks.toSpliced(at, 1)), t('logic.block_removed'))}
          />
        </div>
        {places.length > 0 && (
          <div class="block-ends">
            <Select
              label={t('logic.block_from')}
              value={String(from)}
              choices={own.members.map(({ label }, place) => ({ value: String(place), label }))}
              onChoose={(place) => between(Number(place), to)}
            />
            <Select
              label={t('logic.block_to')}
              value={String(to)}
              choices={own.members.map(({ label }, place) => ({ value: String(place), label }))}
              onChoose={(place) => between(from, Number(place))}
            />
          </div>
        )}
      </fieldset>
    </Row>
  );
}

function amongOf(form: AuthorForm, lang: string): Among[] {
  let number = 0;
  const questions = form.pages.map((page, at): Among => {
    const members = page.questions.map(({ id, title, type }) => {
      number += 1;
      return { id, label: `${number} ${inShort(readable(title, lang, form.lang)) || typeWords(type)}` };
    });
    return { page: page.id, label: t('logic.block_questions', { n: at + 1 }), members };
  });
  const pages = form.pages.map(({ id }, at) => ({ id, label: t('surveys.page_n', { n: at + 1 }) }));
  return [{ page: '', label: t('logic.block_pages'), members: pages }, ...questions];
}
