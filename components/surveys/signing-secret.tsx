import { useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { t } from '@/lib/i18n';

/** The secret with which a site's server signs who its visitor is. It is made, and shown, when it is asked for. */
export function SigningSecret() {
  const { client } = useDesk();
  const [secret, setSecret] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const show = async () => {
    try {
      setSecret((await client.call('hub.identifySecret', {})).secret);
      setError(null);
    } catch (failure) {
      setError(failureWords(failure));
    }
  };
  return (
    <>
      <h3 class="setting-subtitle">{t('surveys.signing')}</h3>
      <p class="quiet-text">{t('surveys.signing_how')}</p>
      {secret && (
        <p class="hub-command signing">
          <code>{secret}</code>
        </p>
      )}
      <div class="setting-actions">
        {secret ? (
          <Button onClick={() => void copyText(secret)}>{t('surveys.signing_copy')}</Button>
        ) : (
          <Button onClick={() => void show()}>{t('surveys.signing_show')}</Button>
        )}
      </div>
      {error && <p role="alert">{error}</p>}
    </>
  );
}
