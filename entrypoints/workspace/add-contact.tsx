import { useState } from 'preact/hooks';
import { AddForm } from '@/components/people/add-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { t } from '@/lib/i18n';
import { go, href } from './router';

/** Somebody typed by hand, or taken from pasted text. */
const NO_PAGE = { source: '', link: null };

/** Adds a contact: by name, or from anything pasted. */
export function AddContact({ onClose }: { onClose(): void }) {
  const [pasting, setPasting] = useState(false);
  return (
    <Dialog title={t('common.add_contact')} onClose={onClose} class="add-contact">
      {!pasting && (
        <Button class="add-contact-paste" onClick={() => setPasting(true)}>
          {t('unfolded.paste_anything')}
        </Button>
      )}
      <AddForm
        person={null}
        origin={NO_PAGE}
        fromMail={false}
        pasting={pasting}
        autofocus
        onAdded={(id) => {
          onClose();
          go(href('contacts', id));
        }}
      />
    </Dialog>
  );
}
