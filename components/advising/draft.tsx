import { useState } from 'preact/hooks';
import { sentence } from '@/components/advice/words';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { TextArea } from '@/components/ui/text-area';
import type { Words } from '@/lib/api/views';
import { t } from '@/lib/i18n';

/** The draft of a suggestion: the user changes it, and takes it where it is sent from. */
export function Draft({ draft }: { draft: Words }) {
  const [text, setText] = useState(() => sentence(draft));
  return (
    <div class="advising-draft">
      <TextArea label={t('advising.draft_of')} value={text} onInput={setText} />
      <Button onClick={() => void copyText(text)}>{t('advising.copy')}</Button>
    </div>
  );
}
