/** @jsxImportSource react */
import { type Config, sidelight } from '@sidelight/widget';
import { StrictMode, useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';

/** A form in the flow of a React page. StrictMode mounts it twice; it is shown once. */
function Feedback({ form, onDone }: { form: string; onDone(): void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    sidelight('show', form, { at: place.current! });
    sidelight('on', 'completed', onDone);
    return () => sidelight('off', 'completed', onDone);
  }, [form, onDone]);
  return <div ref={place} />;
}

const thank = () => {
  document.title = 'Thank you';
};

export function start(root: Element, config: Config, form: string): void {
  sidelight('init', config);
  createRoot(root).render(
    <StrictMode>
      <h1>Your order</h1>
      <Feedback form={form} onDone={thank} />
    </StrictMode>,
  );
}
