import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { NextSheet } from '@/components/imports/next-sheet';
import { fetchWords, language } from '@/lib/i18n';

interface BringProps {
  file: File;
  isSheet: boolean;
  surveyId?: string | undefined;
  next?: NextSheet | undefined;
  onClose(): void;
}

/** The dialog that brings answers, with its words: fetched when the first file of answers is there. */
export function LazyBring(props: BringProps) {
  const [Bring, setBring] = useState<ComponentType<BringProps> | null>(null);
  useEffect(() => {
    void Promise.all([
      import('./bring-dialog'),
      fetchWords(language.value, ['answers', 'surveys', 'responses', 'imports', 'importing']),
    ]).then(([{ BringDialog }]) => setBring(() => BringDialog));
  }, []);
  return Bring && <Bring {...props} />;
}
