import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useId, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import './sheet.css';
import './footnote.css';

/** Joins a number to its clause and to the comma after it: no line may break there. */
const WORD_JOINER = '\u2060';

/** Which footnote of a text is open, and how its clauses and notes find each other. */
export interface Footnotes {
  open: number | null;
  toggle(number: number): void;
  close(): void;
  /** Id of the note with that number. */
  noteId(number: number): string;
}

/** One text's footnotes: one is open at a time, Escape closes it and leads the focus back to its clause. */
export function useFootnotes(): Footnotes {
  const id = useId();
  const [open, setOpen] = useState<number | null>(null);
  const noteId = useCallback((number: number) => `${id}-note-${number}`, [id]);
  const close = useCallback(() => setOpen(null), []);

  useEffect(() => {
    if (open === null) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      close();
      document.querySelector<HTMLElement>(`[aria-controls="${noteId(open)}"]`)?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [open, close, noteId]);

  return { open, close, noteId, toggle: (number) => setOpen((now) => (now === number ? null : number)) };
}

interface ClauseProps {
  number: number;
  footnotes: Footnotes;
  children: ComponentChildren;
}

/** A claim with its evidence: underlined, numbered, and lit while its footnote is open. */
export function Clause({ number, footnotes, children }: ClauseProps) {
  const open = footnotes.open === number;
  const toggle = () => footnotes.toggle(number);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a button cannot break over two lines as a clause does */}
      <span
        role="button"
        tabIndex={0}
        class={open ? 'clause open' : 'clause'}
        aria-expanded={open}
        aria-controls={footnotes.noteId(number)}
        onClick={toggle}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          toggle();
        }}
      >
        <span class="clause-text">{children}</span>
        {WORD_JOINER}
        <sup aria-hidden="true">{number}</sup>
      </span>
      {WORD_JOINER}
    </>
  );
}

interface FootnoteProps {
  number: number;
  footnotes: Footnotes;
  children: ComponentChildren;
}

/** The evidence of a clause, under a short rule: what was said, where that stands, what to do about it. */
export function Footnote({ number, footnotes, children }: FootnoteProps) {
  if (footnotes.open !== number) return null;
  return (
    <div
      id={footnotes.noteId(number)}
      class="footnote row"
      role="note"
      aria-label={t('common.evidence_number', { n: number })}
    >
      <div class="row-gutter footnote-number" aria-hidden="true">
        {number}
      </div>
      <div class="row-text">{children}</div>
    </div>
  );
}
