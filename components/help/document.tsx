import type { ComponentChildren } from 'preact';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { t } from '@/lib/i18n';
import { type Block, type Span, textOf } from './markdown';
import './document.css';

interface DocumentProps {
  blocks: readonly Block[];
  /** The address of what a link names; null where it is not to be had here: its words stand without a link then. */
  addressOf(link: string): string | null;
}

type Address = DocumentProps['addressOf'];

/** A document of the project, which is written in English. */
export function Document({ blocks, addressOf }: DocumentProps) {
  return (
    <article class="document" lang="en">
      {blocks.map((block, at) => (
        <BlockOf key={at} of={block} addressOf={addressOf} />
      ))}
    </article>
  );
}

function BlockOf({ of, addressOf }: { of: Block; addressOf: Address }) {
  if (of.is === 'heading') {
    const Level = `h${of.level}` as 'h2';
    return (
      <Level id={of.id} tabIndex={-1}>
        {spansIn(of.spans, addressOf)}
      </Level>
    );
  }
  if (of.is === 'paragraph') return <p>{spansIn(of.spans, addressOf)}</p>;
  if (of.is === 'code') return <Code text={of.text} />;
  if (of.is === 'list') {
    const List = of.ordered ? 'ol' : 'ul';
    return (
      <List>
        {of.items.map((item, at) => (
          <li key={at}>{spansIn(item, addressOf)}</li>
        ))}
      </List>
    );
  }
  const label = of.head.map(textOf).join(' ').trim() || t('workspace.help_table');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its box must be scrolled by keyboard
    <section class="document-table" tabIndex={0} aria-label={label}>
      <table>
        {of.head.some((cell) => cell.length > 0) && (
          <thead>
            <tr>
              {of.head.map((cell, at) =>
                cell.length > 0 ? <th key={at}>{spansIn(cell, addressOf)}</th> : <td key={at} />,
              )}
            </tr>
          </thead>
        )}
        <tbody>
          {of.rows.map((row, nth) => (
            <tr key={nth}>
              {row.map((cell, at) => (
                <td key={at}>{spansIn(cell, addressOf)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Code({ text }: { text: string }) {
  const [first = ''] = text.split('\n');
  return (
    <div class="document-code">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its box must be scrolled by keyboard */}
      <section tabIndex={0} aria-label={first}>
        <pre>{text}</pre>
      </section>
      <Button
        kind="bare"
        aria-label={t('workspace.help_copy_of', { text: first })}
        onClick={() => void copyText(text)}
      >
        {t('workspace.help_copy')}
      </Button>
    </div>
  );
}

function spansIn(spans: readonly Span[], addressOf: Address): ComponentChildren {
  return spans.map((span, at) => {
    if (typeof span === 'string') return span;
    if (span.is === 'code') return <code key={at}>{span.text}</code>;
    const inside = spansIn(span.spans, addressOf);
    if (span.is === 'strong') return <strong key={at}>{inside}</strong>;
    if (span.is === 'em') return <em key={at}>{inside}</em>;
    const address = addressOf(span.to);
    if (address === null) return <span key={at}>{inside}</span>;
    const elsewhere = /^https:/.test(address) && ({ target: '_blank', rel: 'noreferrer' } as const);
    return (
      <a key={at} class="link" href={address} {...elsewhere}>
        {inside}
      </a>
    );
  });
}
