import { Ellipsis, Pencil, Plus, Search, Trash2 } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { Button, IconButton } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import { CommandPalette } from '@/components/ui/command-palette';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorNote } from '@/components/ui/error-note';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import { Moon, type Phase } from '@/components/ui/moon';
import { Pill } from '@/components/ui/pill';
import { Progress } from '@/components/ui/progress';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { Switch } from '@/components/ui/switch';
import { TextArea } from '@/components/ui/text-area';
import { toast } from '@/components/ui/toast';
import { Tooltip } from '@/components/ui/tooltip';
import { useShortcut } from '@/components/ui/use-shortcut';
import { t } from '@/lib/i18n';
import { sentences } from '@/lib/i18n/format';
import { sample } from './words';

const PHASES: readonly Phase[] = ['exploring', 'growing', 'mature', 'declining', 'left', 'unknown'];

function Buttons() {
  return (
    <section class="sample-block">
      {(['ink', 'quiet', 'bare', 'danger'] as const).map((kind) => (
        <div key={kind} class="sample-line">
          <Button kind={kind}>{t('common.done')}</Button>
          <Button kind={kind} icon={Plus}>
            {t('common.add_contact')}
          </Button>
          <Button kind={kind} loading>
            {t('common.save')}
          </Button>
          <Button kind={kind} disabled>
            {t('common.not_now')}
          </Button>
        </div>
      ))}
      <div class="sample-line">
        <Tooltip text={sample('emptyHow')}>
          <Button kind="bare">{t('common.evidence')}</Button>
        </Tooltip>
        <IconButton icon={Search} label={t('common.find')} />
        <Menu
          icon={Ellipsis}
          label={t('common.more')}
          items={[
            { id: 'edit', label: t('common.edit'), icon: Pencil, run: () => toast(sample('removed')) },
            { id: 'done', label: t('common.done'), checked: true, run: () => undefined },
            { id: 'delete', label: t('common.delete'), icon: Trash2, danger: true, run: () => undefined },
          ]}
        />
      </div>
      <div class="sample-line">
        {PHASES.map((phase) => (
          <span key={phase}>
            <Moon phase={phase} /> {phase}
          </span>
        ))}
      </div>
      <div class="sample-line">
        <Pill>{sample('tag1')}</Pill>
        <Pill onRemove={() => undefined} removeLabel={t('common.remove_tag', { tag: sample('tag2') })}>
          {sample('tag2')}
        </Pill>
      </div>
      <ErrorNote
        what={sample('failed')}
        todo={sample('todo')}
        action={<Button>{t('common.try_again')}</Button>}
      />
      <EmptyState title={sample('empty')} action={<Button kind="ink">{t('common.add_contact')}</Button>}>
        {sample('emptyHow')}
      </EmptyState>
      <Skeleton lines={3} />
      <Progress label={t('common.loading')} value={0.4} />
    </section>
  );
}

function Fields() {
  const [text, setText] = useState(sample('quote'));
  const [purpose, setPurpose] = useState('sales');
  const [on, setOn] = useState(true);
  return (
    <section class="sample-block">
      <Field label={t('common.name')} value={sample('name')} onInput={() => undefined} hint={sample('how')} />
      <Field
        label={t('common.address')}
        value="ingrid@"
        onInput={() => undefined}
        error={sentences(sample('failed'), sample('todo'))}
      />
      <Field
        label={t('common.find')}
        labelUnseen
        placeholder={t('common.find_or_run')}
        value=""
        onInput={() => undefined}
        before={<Icon node={Search} size={14} />}
      />
      <Field
        label={t('common.company')}
        onLine
        value={sample('role')}
        onInput={() => undefined}
        after={t('common.mail')}
      />
      <TextArea label={t('common.note')} value={text} onInput={setText} />
      <Select
        label={t('common.stage')}
        value={purpose}
        onChoose={setPurpose}
        choices={[
          { value: 'sales', label: sample('sales') },
          { value: 'support', label: sample('support') },
        ]}
      />
      <Combobox
        label={t('common.add_tag')}
        options={['tag1', 'tag2', 'tag3'].map((key) => ({ value: key, label: sample(key as 'tag1') }))}
        onChoose={(value) => toast(value)}
        onCreate={(value) => toast(value)}
      />
      <RadioGroup
        label={sample('purpose')}
        value={purpose}
        onChoose={setPurpose}
        choices={[
          { value: 'sales', label: sample('sales'), hint: sample('salesHint') },
          { value: 'support', label: sample('support'), hint: sample('supportHint') },
        ]}
      />
      <Checkbox label={sample('line2')} checked={on} onToggle={setOn} />
      <Checkbox label={sample('line3')} checked={false} mixed onToggle={setOn} />
      <Switch label={sample('line1')} on={on} onSwitch={setOn} />
      <Switch label={sample('line2')} on={!on} onSwitch={() => setOn(!on)} />
    </section>
  );
}

/** Every control in its states; `open=dialog` and `open=palette` show these over it. */
export function Controls() {
  const [open, setOpen] = useState(new URLSearchParams(location.search).get('open'));
  const close = () => setOpen(null);
  useShortcut({ code: 'KeyK', ctrl: true, whileTyping: true }, () => setOpen('palette'));
  useEffect(() => {
    toast(sample('removed'), { action: { label: t('common.undo'), run: () => undefined } });
  }, []);
  return (
    <main class="sample-controls">
      <h1 class="unseen">{t('common.settings')}</h1>
      <Buttons />
      <Fields />
      {open === 'dialog' && (
        <Dialog
          title={t('common.delete')}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>{t('common.cancel')}</Button>
              <Button kind="ink" onClick={close}>
                {t('common.delete')}
              </Button>
            </>
          }
        >
          {sample('emptyHow')}
        </Dialog>
      )}
      {open === 'palette' && (
        <CommandPalette
          onClose={close}
          onText={() => undefined}
          groups={[
            {
              title: t('common.contacts'),
              commands: [
                { id: '1', label: sample('name'), hint: sample('role'), run: () => undefined },
                { id: '2', label: sample('other'), run: () => undefined },
              ],
            },
            {
              title: t('common.more'),
              commands: [
                { id: '3', label: t('common.add_contact'), icon: Plus, keys: 'N', run: () => undefined },
              ],
            },
          ]}
        />
      )}
    </main>
  );
}
