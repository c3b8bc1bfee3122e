import { Fragment } from 'preact';
import { useAction } from '@/components/contacts/command';
import { DataTableView } from '@/components/insights/data-table';
import { Button } from '@/components/ui/button';
import type { Input } from '@/lib/api/client';
import type { Query } from '@/lib/crm/segments';
import { cutText } from '@/lib/crm/whole-text';
import { t } from '@/lib/i18n';
import { DriverChart } from '../analysis/driver-chart';
import { SaidWords } from '../counted-words';
import type { Block, Proposal, ReportPart } from './report';
import './report.css';

/** The report as a sheet to be read, and printed. */
export function ReportSheet({ parts }: { parts: readonly ReportPart[] }) {
  return (
    <article class="report">
      {parts.map(({ id, title, blocks }, at) => (
        <section key={id} aria-labelledby={`report-${id}`}>
          <h2 id={`report-${id}`}>
            {at + 1}. {title}
          </h2>
          {blocks.map((block, place) => (
            <BlockSheet key={place} of={block} />
          ))}
        </section>
      ))}
    </article>
  );
}

function BlockSheet({ of }: { of: Block }) {
  switch (of.kind) {
    case 'line':
      return (
        <p>
          <SaidWords of={of} />
          {of.href && <Rows href={of.href} text={of.text} />}
          {of.rows?.map(({ about, href }) => (
            <Fragment key={href}>
              {' '}
              <a class="report-rows small" href={href}>
                {about}
              </a>
            </Fragment>
          ))}
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          <a class="insight-link" href={of.href}>
            {of.text}
          </a>
        </blockquote>
      );
    case 'table':
      return (
        <>
          <h3>{of.label}</h3>
          <DataTableView label={of.label} of={of.table} whole />
        </>
      );
    case 'drivers':
      return <DriverChart of={of.of} />;
    case 'proposals':
      return <Proposals of={of.proposals} survey={of.survey} />;
  }
}

/** Leads to what a sentence counts. On paper it says nothing. */
function Rows({ href, text }: { href: string; text: string }) {
  return (
    <>
      {' '}
      <a class="report-rows small" href={href} aria-label={t('report.rows_of', { text })}>
        {t('report.rows')}
      </a>
    </>
  );
}

function Proposals({ of, survey }: { of: readonly Proposal[]; survey: string }) {
  const act = useAction();
  if (of.length === 0) return <p class="quiet-text">{t('report.none')}</p>;
  return (
    <ul class="report-proposals">
      {of.map(({ key, text, parts, href, whom }) => (
        <li key={key}>
          <span>
            <SaidWords of={{ text, parts }} />
            {href && <Rows href={href} text={text} />}
          </span>
          <Button
            kind="bare"
            aria-label={t('report.make_task_of', { text })}
            onClick={() =>
              void act('tasks.add', { title: text.slice(0, LONGEST) }, () => t('report.task_made'))
            }
          >
            {t('report.make_task')}
          </Button>
          {whom && (
            <Button
              kind="bare"
              aria-label={t('schedules.play_make_of', { text })}
              onClick={() =>
                void act('plays.set', playOf(text, whom, survey), () => t('schedules.play_made'))
              }
            >
              {t('schedules.play_make')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

const LONGEST = 500;

/** A play of the user's own: what the proposal says, for whom it concerns. */
function playOf(text: string, whom: Query, survey: string): Input<'plays.set'> {
  const title = cutText(text, MOST_TITLE);
  const reason = cutText(t('schedules.play_reason', { survey }), MOST_REASON);
  return {
    id: crypto.randomUUID(),
    setting: { condition: whom, own: { title, reason, kind: 'look', channel: null } },
  };
}

const [MOST_TITLE, MOST_REASON] = [120, 300];
