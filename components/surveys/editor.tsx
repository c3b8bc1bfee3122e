import type { ComponentChildren } from 'preact';
import { Section, Sheet } from '@/components/ui/sheet';
import { LanguageTabs } from './language-tabs';
import './editor.css';

interface EditorProps {
  /** Accessible name of the region. */
  label: string;
  children: ComponentChildren;
}

/** The sheet on which the chosen part is written, under the languages it is written in. */
export function Editor({ label, children }: EditorProps) {
  return (
    <Section label={label} class="editor">
      <LanguageTabs />
      <Sheet class="editor-sheet">{children}</Sheet>
    </Section>
  );
}
