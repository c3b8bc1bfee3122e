import {
  ArrowRightFromLine,
  ChevronRight,
  Ellipsis,
  HeartHandshake,
  Mail,
  Phone,
  Plus,
  Search,
} from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { Button, IconButton } from '@/components/ui/button';
import { Clause, Footnote, useFootnotes } from '@/components/ui/footnote';
import { Icon } from '@/components/ui/icon';
import { LightStep } from '@/components/ui/light-step';
import { Menu } from '@/components/ui/menu';
import { Moon } from '@/components/ui/moon';
import { Pill } from '@/components/ui/pill';
import { Pulse } from '@/components/ui/pulse';
import { Row, Section, Sheet } from '@/components/ui/sheet';
import { TextArea } from '@/components/ui/text-area';
import { t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';
import { sampleWeeks } from './weeks';
import { sample } from './words';

const NOW = new Date(2026, 10, 21).getTime();
const LINES = [
  { at: new Date(2026, 7, 19), icon: Mail, words: 'line1' },
  { at: new Date(2026, 7, 19), icon: HeartHandshake, words: 'line2' },
  { at: new Date(2026, 7, 4), icon: Phone, words: 'line3' },
] as const;

/** The panel of the drawings, put together from the components, 360 by 720. */
export function PanelPage() {
  const footnotes = useFootnotes();
  const [note, setNote] = useState('');
  useEffect(() => {
    if (location.search.includes('open')) footnotes.toggle(2);
  }, []);
  return (
    <main class="sample-panel">
      <header class="sample-top">
        <span class="sample-current">{sample('name').split(' ')[0]}</span>
        <span>{sample('other').split(' ')[0]}</span>
        <span class="sample-gap" />
        <IconButton icon={Search} label={t('common.find')} />
        <IconButton icon={ArrowRightFromLine} label={t('common.close')} />
      </header>
      <Sheet class="sample-sheet">
        <Row
          class="sample-who"
          gutter={<Moon phase="declining" size={20} label={t('common.stage_declining')} />}
        >
          <div class="sample-line">
            <h1 class="name sample-name">{sample('name')}</h1>
            <Menu
              icon={Ellipsis}
              label={t('common.more')}
              items={[{ id: 'edit', label: t('common.edit'), run: () => undefined }]}
            />
          </div>
          <p class="one-line">{sample('role')}</p>
          <p class="note quiet-text one-line">{sample('how')}</p>
        </Row>
        <Row>
          <p class="prose">
            <Clause number={1} footnotes={footnotes}>
              {sample('clause1')}
            </Clause>
            {sample('between')}
            <Clause number={2} footnotes={footnotes}>
              {sample('clause2')}
            </Clause>
            {sample('comma')}
            <Clause number={3} footnotes={footnotes}>
              {sample('clause3')}
            </Clause>
            {sample('stop')}
          </p>
        </Row>
        <Footnote number={2} footnotes={footnotes}>
          <p>{sample('quote')}</p>
          <p class="quiet-text">{sample('quoted')}</p>
        </Footnote>
        <div class="sample-space" />
        <LightStep
          gutter={
            <>
              {t('common.next_step')}
              <br />
              <button type="button" class="link">
                {sample('more')}
              </button>
            </>
          }
          title={sample('step')}
          reason={sample('reason')}
          actions={
            <>
              <Button kind="ink">{t('common.done')}</Button>
              <Button>{t('common.not_now')}</Button>
            </>
          }
        />
        <Section label={t('common.notes')}>
          <Row field gutter={t('common.note')}>
            <TextArea
              label={t('common.note')}
              labelUnseen
              placeholder={sample('note')}
              value={note}
              onInput={setNote}
            />
          </Row>
        </Section>
        <Section label={t('common.tags')}>
          <Row gutter={t('common.tags')}>
            <div class="sample-line">
              <Pill>{sample('tag1')}</Pill>
              <Pill>{sample('tag2')}</Pill>
              <Pill>{sample('tag3')}</Pill>
              <IconButton icon={Plus} size={14} label={t('common.add_tag')} />
            </div>
          </Row>
        </Section>
        <Section label={t('common.timeline')}>
          {LINES.map((line) => (
            <Row key={line.words} class="sample-entry" gutter={shortDate(line.at, NOW)}>
              <Icon node={line.icon} size={14} />
              <span class="one-line">{sample(line.words)}</span>
            </Row>
          ))}
        </Section>
        <div class="sample-gap" />
        <Section label={t('common.more')} class="sample-foot">
          <Row>
            <div class="sample-line sample-actions">
              <Button kind="bare">{t('common.log_this_mail')}</Button>
              <Button kind="bare">{t('common.add_task')}</Button>
              <span class="sample-gap" />
              <Button kind="bare">
                {t('common.all')}
                <Icon node={ChevronRight} size={14} />
              </Button>
            </div>
          </Row>
        </Section>
      </Sheet>
      <div class="sample-pulse">
        <Pulse weeks={sampleWeeks(104)} now={NOW} expectedAt={new Date(2026, 8, 9).getTime()} />
      </div>
    </main>
  );
}
