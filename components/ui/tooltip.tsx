import { cloneElement, type VNode } from 'preact';
import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import { useFloating } from './floating';
import './tooltip.css';

/** A pointer that only passes by opens nothing. */
const RESTS_MS = 350;

interface TooltipProps {
  text: string;
  /** The element that it explains; it must be able to take the focus. */
  children: VNode<{ 'aria-describedby'?: string }>;
}

/** A few words more on one control, for the pointer that rests on it and for the focus. Escape takes them away. */
export function Tooltip({ text, children }: TooltipProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const box = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  const close = useCallback(() => {
    clearTimeout(timer.current);
    setOpen(false);
  }, []);
  useFloating(open, anchor, box, close);
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches the control inside it
    <span
      class="tooltip-anchor"
      ref={anchor}
      onPointerEnter={() => {
        timer.current = setTimeout(() => setOpen(true), RESTS_MS);
      }}
      onPointerLeave={close}
      onFocusIn={() => setOpen(true)}
      onFocusOut={close}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      {cloneElement(children, { 'aria-describedby': id })}
      <span ref={box} id={id} class="tooltip" popover="manual" role="tooltip">
        {text}
      </span>
    </span>
  );
}
