import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from './button';

interface FileButtonProps {
  /** What the chooser is called where it is not seen. */
  label: string;
  /** Endings and media types, as an `input` takes them. */
  accept: string;
  onFile(file: File): Promise<void>;
  children: ComponentChildren;
}

/** A button that asks for one file. The same file may be chosen again. */
export function FileButton({ label, accept, onFile, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = (chooser: HTMLInputElement) => {
    const file = chooser.files?.[0];
    if (!file) return;
    void onFile(file).finally(() => {
      chooser.value = '';
    });
  };
  return (
    <>
      <Button onClick={() => input.current?.click()}>{children}</Button>
      <input
        ref={input}
        type="file"
        class="unseen"
        tabIndex={-1}
        accept={accept}
        aria-label={label}
        onChange={(event) => take(event.currentTarget)}
      />
    </>
  );
}
