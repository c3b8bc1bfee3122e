import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Row } from '@/components/ui/sheet';
import { fetchWords, language, type Namespace, t } from '@/lib/i18n';

/**
 * A part that is fetched when it is first drawn: what a known contact does not show at once stays out of the panel's
 * first script, and its `words` with it. Nothing is drawn for the few milliseconds until both are there.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  words: readonly Namespace[] = [],
): ComponentType<P> {
  let fetched: ComponentType<P> | null = null;
  return function Later(props: P) {
    const [Part, setPart] = useState<ComponentType<P> | null>(() => fetched);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Part) return;
      Promise.all([load(), fetchWords(language.value, words)]).then(
        ([part]) => {
          fetched = part;
          setPart(() => part);
        },
        () => setFailed(true),
      );
    }, [Part]);
    if (Part) return <Part {...props} />;
    if (!failed) return null;
    return (
      <Row>
        <p class="small late" role="alert">
          {t('panel.failed_reload')}
        </p>
      </Row>
    );
  };
}
