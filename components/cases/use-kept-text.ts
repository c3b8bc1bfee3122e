import { useState } from 'preact/hooks';

/**
 * Text of a field that is saved when it is left. What is stored meanwhile, by Undo or in another tab, stands in the field unless somebody
 * is writing in it: leaving the field would otherwise bring the old text back.
 */
export function useKeptText(stored: string): [string, (text: string) => void] {
  const [text, setText] = useState(stored);
  const [known, setKnown] = useState(stored);
  if (stored !== known) {
    setKnown(stored);
    if (text.trim() === known) setText(stored);
  }
  return [text, setText];
}
