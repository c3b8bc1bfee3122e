import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '@/lib/i18n';

interface PageHeadingProps {
  title: string;
  /** A person's name is set in the serif. */
  person?: boolean;
  /** A count or a date beside the title. */
  beside?: ComponentChildren;
  /** Buttons at the far end. */
  actions?: ComponentChildren;
}

/** The head of a page. Names the document, and takes the focus when the page was come to by navigation. */
export function PageHeading({ title, person, beside, actions }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} - ${t('common.product')}`;
  }, [title]);

  useEffect(() => {
    if (navigated()) heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <header class="page-heading">
      <h1
        ref={heading}
        tabIndex={-1}
        class={person ? 'name person-name' : undefined}
        title={person ? title : undefined}
      >
        {title}
      </h1>
      {beside !== undefined && <span class="page-beside quiet-text num">{beside}</span>}
      {actions && <div class="page-actions">{actions}</div>}
    </header>
  );
}

/** False while the first page loads: nothing was navigated yet, and the focus is the browser's. */
function navigated(): boolean {
  return document.body.dataset.navigated === 'true';
}
