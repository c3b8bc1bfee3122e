import { useState } from 'preact/hooks';
import { perform } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { TaughtSite } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { FaultList, faultsOf } from './faults';

interface RenameTaughtProps {
  site: TaughtSite;
  onClose(): void;
  onSaved(): void;
}

/** The name of a taught site, and the hosts whose pages are read alike. */
export function RenameTaught({ site, onClose, onSaved }: RenameTaughtProps) {
  const desk = useDesk();
  const [name, setName] = useState(site.name);
  const [hosts, setHosts] = useState(site.hosts.join(', '));
  const [faults, setFaults] = useState<string[]>([]);
  const save = async () => {
    const given = hosts
      .toLowerCase()
      .split(/[\s,，、]+/)
      .filter(Boolean);
    const input = { key: site.key, name: name.trim() || site.name, hosts: given };
    if (given.length === 0) return setFaults([t('teach.hosts_missing')]);
    try {
      await perform(desk, 'sites.rename', input);
      onSaved();
    } catch (failure) {
      setFaults(faultsOf(failure));
    }
  };
  return (
    <Dialog
      title={t('teach.rename_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="ink" onClick={() => void save()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div class="dialog-form">
        <Field label={t('teach.name')} value={name} maxLength={80} onInput={setName} />
        <Field
          label={t('teach.hosts')}
          hint={t('teach.hosts_hint')}
          inputMode="url"
          value={hosts}
          onInput={(text) => {
            setHosts(text);
            setFaults([]);
          }}
        />
        <div role="alert" class="small late">
          {faults.length > 0 && <FaultList faults={faults} />}
        </div>
      </div>
    </Dialog>
  );
}
