import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';

/** The sheet of a workbook that is brought after this one. */
export interface NextSheet {
  name: string;
  open(): void;
}

interface EndActionsProps {
  next: NextSheet | undefined;
  onClose(): void;
}

/** What can be done when a file is in: the next sheet of its workbook, where there is one. */
export function EndActions({ next, onClose }: EndActionsProps) {
  return (
    <>
      <Button kind={next ? 'quiet' : 'ink'} onClick={onClose}>
        {t('common.done')}
      </Button>
      {next && <NextSheetButton next={next} kind="ink" />}
    </>
  );
}

/** Goes on to the next sheet. */
export function NextSheetButton({ next, kind }: { next: NextSheet; kind?: 'ink' }) {
  return (
    <Button {...(kind ? { kind } : {})} onClick={next.open}>
      <span class="import-next">{t('importing.next_sheet', { name: next.name })}</span>
    </Button>
  );
}
