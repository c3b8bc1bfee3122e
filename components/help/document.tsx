import type { ComponentChildren } from 'preact';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { t } from '@/lib/i18n';
import { idOf, plainOf, type Token, type Tokens, within } from './markdown';
import './document.css';

interface DocumentProps {
  blocks: readonly Token[];
  /** In which it is written. */
  lang: string;
  /** The address of what a link names; null where it is not to be had here: its words stand without a link then. */
  addressOf(link: string): string | null;
}

type Address = DocumentProps['addressOf'];

/** A document of the project as it stands in its file, but for pictures, which the product does not carry. */
export function Document({ blocks, lang, addressOf }: DocumentProps) {
  return (
    <article class="document" lang={lang}>
      {drawn(blocks, addressOf)}
    </article>
  );
}

const drawn = (tokens: readonly Token[], addressOf: Address): ComponentChildren =>
  tokens.map((token, at) => <Drawn key={at} of={token} addressOf={addressOf} />);

/** A block or span. What stands as HTML is a picture. */
function Drawn({ of, addressOf }: { of: Token; addressOf: Address }) {
  const inside = () => drawn(within(of), addressOf);
  switch (of.type) {
    case 'heading': {
      const Level = `h${of.depth}` as 'h2';
      return (
        <Level id={idOf(of)} tabIndex={-1}>
          {inside()}
        </Level>
      );
    }
    case 'paragraph':
      return plainOf(of) === '' ? null : <p>{inside()}</p>;
    case 'code':
      return <Code text={of.text} />;
    case 'list': {
      const List = of.ordered ? 'ol' : 'ul';
      return <List>{inside()}</List>;
    }
    case 'blockquote':
      return <blockquote>{inside()}</blockquote>;
    case 'list_item':
      return <li>{inside()}</li>;
    case 'table':
      return <Table of={of as Tokens.Table} addressOf={addressOf} />;
    case 'text':
      return within(of).length > 0 ? inside() : of.text;
    case 'escape':
      return of.text;
    case 'codespan':
      return <code>{of.text}</code>;
    case 'strong':
      return <strong>{inside()}</strong>;
    case 'em':
      return <em>{inside()}</em>;
    case 'link':
      return <Link to={addressOf(of.href)}>{inside()}</Link>;
    default:
      return null;
  }
}

function Table({ of, addressOf }: { of: Tokens.Table; addressOf: Address }) {
  const label =
    of.header
      .map(({ text }) => text)
      .join(' ')
      .trim() || t('workspace.help_table');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its box must be scrolled by keyboard
    <section class="document-table" tabIndex={0} aria-label={label}>
      <table>
        {of.header.some(({ text }) => text !== '') && (
          <thead>
            <tr>
              {of.header.map(({ text, tokens }, at) =>
                text === '' ? <td key={at} /> : <th key={at}>{drawn(tokens, addressOf)}</th>,
              )}
            </tr>
          </thead>
        )}
        <tbody>
          {of.rows.map((row, nth) => (
            <tr key={nth}>
              {row.map(({ tokens }, at) => (
                <td key={at}>{drawn(tokens, addressOf)}</td>
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

function Link({ to, children }: { to: string | null; children: ComponentChildren }) {
  if (to === null) return <span>{children}</span>;
  const elsewhere = /^https:/.test(to) && ({ target: '_blank', rel: 'noreferrer' } as const);
  return (
    <a class="link in-text" href={to} {...elsewhere}>
      {children}
    </a>
  );
}
