import type { ComponentChildren } from 'preact';

interface WayProps {
  title: string;
  /** What this way wants, in a sentence. */
  needs: string;
  children: ComponentChildren;
}

/** One of the ways to ask. */
export function Way({ title, needs, children }: WayProps) {
  return (
    <section class="way" aria-label={title}>
      <h2>{title}</h2>
      <p class="way-needs">{needs}</p>
      {children}
    </section>
  );
}
