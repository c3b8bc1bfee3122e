import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import type { Sight } from '@/components/people/visible';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { copyText, putOnClipboard } from '@/components/ui/copy-text';
import { TextArea } from '@/components/ui/text-area';
import { toast } from '@/components/ui/toast';
import { ApiError } from '@/lib/api/message';
import { t } from '@/lib/i18n';
import { fieldNames } from './field-words';

/** The draft that a text is for. */
export interface Draft {
  /** Null where none is recognised. */
  draft: string | null;
  /** On a page that is no mail. */
  network: boolean;
  /** Contacts that it goes to. */
  contactIds: string[];
  /** People that it goes to, known or not. */
  recipients: number;
}

/** A word for a mail, or for a page that is none. */
export const wordOn = (network: boolean, word: PlaceWord): string =>
  t(network ? (`templates.${word}_page` as const) : (`templates.${word}` as const));
type PlaceWord = 'ready' | 'insert' | 'inserted' | 'no_editor' | 'copied_here' | 'late';

interface ReadyTextProps extends Draft {
  sight: Sight;
  contactId: string | null;
  templateId: string | null;
  /** With fields. */
  template: string;
  onBack(): void;
  onDone(): void;
}

/** A text filled for somebody: the user completes it, and puts it into the mail. Nothing is sent. */
export function ReadyText({ template, contactId, onBack, ...rest }: ReadyTextProps) {
  const filled = useQuery('templates.fill', { text: template, contactId });
  const [text, setText] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const isReady = filled.value !== null;
  useEffect(() => {
    if (filled.value) setText((typed) => typed ?? filled.value?.text ?? null);
  }, [filled.value]);
  useLayoutEffect(() => {
    if (isReady) box.current?.querySelector<HTMLElement>('.ink')?.focus();
  }, [isReady]);
  const put = usePutIn(rest);
  if (filled.error != null) return <p class="small late">{failureWords(filled.error)}</p>;
  if (!filled.value) return null;
  const shown = text ?? filled.value.text;
  const missing = filled.value.missing.filter((field) =>
    filled.value?.parts.some((part) => part.missing && part.field === field && shown.includes(part.text)),
  );
  return (
    <div class="template-ready" ref={box}>
      <TextArea label={wordOn(rest.network, 'ready')} value={shown} onInput={setText} />
      {missing.length > 0 && (
        <p class="small" role="status">
          {t('templates.missing_here', { fields: fieldNames(missing) })}
        </p>
      )}
      <div class="button-line">
        <Button
          kind="ink"
          loading={put.busy}
          disabled={shown.trim() === ''}
          onClick={() => void put.run(() => shown)}
        >
          {wordOn(rest.network, 'insert')}
        </Button>
        <Button onClick={() => void copyText(shown)}>{t('templates.copy')}</Button>
        <Button kind="bare" onClick={onBack}>
          {t('templates.back')}
        </Button>
      </div>
    </div>
  );
}

type PutIn = Omit<ReadyTextProps, 'template' | 'contactId' | 'onBack'>;

/** Puts a text where the caret stands in the host's draft. Where that cannot be, it is copied, and the user is told. */
export function usePutIn({ draft, network, contactIds, templateId, sight, onDone }: PutIn) {
  const desk = useDesk();
  const [busy, setBusy] = useState(false);

  async function copy(text: string, said: string) {
    const copied = await putOnClipboard(text);
    toast(copied ? said : t('common.copy_failed'), { failed: !copied });
    if (copied) onDone();
    return copied;
  }

  /**
   * @param make gives the text, once the frame may disclose it; null when there is none
   * @param takeBack told when the text went nowhere, after all
   */
  async function run(make: () => string | Promise<string | null>, takeBack?: () => Promise<unknown>) {
    if (desk.guarded && sight === 'hidden') return toast(t('panel.covered'), { failed: true });
    setBusy(true);
    let isOut = false;
    try {
      const text = await make();
      if (text === null) return;
      if (desk.guarded && sight === 'unknown') {
        isOut = await copy(text, wordOn(network, 'copied_here'));
        return;
      }
      const { outcome } = await desk.client.call('tab.insert', { text, draft, contactIds, templateId });
      if (outcome === 'none') {
        isOut = await copy(text, wordOn(network, 'no_editor'));
        return;
      }
      isOut = true;
      toast(wordOn(network, 'inserted'));
      onDone();
    } catch (problem) {
      const isLate = problem instanceof ApiError && problem.code === 'moved';
      toast(isLate ? wordOn(network, 'late') : failureWords(problem), { failed: true });
    } finally {
      if (!isOut) await takeBack?.().catch(() => undefined);
      setBusy(false);
    }
  }
  return { run, busy };
}
