import { Select } from '@/components/ui/select';
import { Row, Section, Sheet } from '@/components/ui/sheet';
import { t } from '@/lib/i18n';
import type { Place, Show } from '@/lib/surveys/form';
import { AddressRules } from './address-rules';
import { useBench } from './bench';
import { DayField } from './day-field';
import { merged } from './draft/questions';
import { NumberField } from './number-field';
import { showWords } from './show-words';
import { TriggerField } from './trigger-field';
import './editor.css';

const DAY_MS = 86_400_000;

/** Where, when and to whom the survey is shown on a website; at the top in one plain paragraph. */
export function ShowEditor() {
  const { form, write, act } = useBench();
  const { show } = form;
  const change = (part: Partial<Show>) => write({ ...form, show: merged(show, part) });
  const step = (part: Partial<Show>) => act({ ...form, show: merged(show, part) });
  const stands = show.place === 'popover' || show.place === 'tab';
  const appears = stands || show.place === 'dialog';

  return (
    <Section label={t('surveys.when_shown')} class="editor">
      <p class="show-words">{showWords(show)}</p>
      <Sheet class="editor-sheet">
        <Row gutter={t('surveys.place')} field>
          <div class="editor-fields">
            <Select
              label={t('surveys.place')}
              labelUnseen
              value={show.place}
              choices={placeChoices()}
              onChoose={(place) => step({ place })}
            />
            {stands && (
              <Select
                label={t('surveys.side')}
                labelUnseen
                value={show.side ?? 'end'}
                choices={[
                  { value: 'end', label: t('surveys.side_end') },
                  { value: 'start', label: t('surveys.side_start') },
                ]}
                onChoose={(side) => step({ side })}
              />
            )}
          </div>
        </Row>
        {appears && (
          <Row gutter={t('surveys.moment')} field>
            <TriggerField trigger={show.on} onWrite={(on) => change({ on })} onAct={(on) => step({ on })} />
          </Row>
        )}
        {show.place !== 'page' && <Asked show={show} onWrite={change} onAct={step} />}
        <Row gutter={t('surveys.until')} field>
          <div class="editor-pair">
            <DayField
              label={t('surveys.until_day')}
              value={show.until === undefined ? '' : dayOf(show.until)}
              onDay={(day) => change({ until: day ? endOf(day) : undefined })}
            />
            <NumberField
              label={t('surveys.stop')}
              hint={t('surveys.stop_hint')}
              value={show.stop}
              least={1}
              onNumber={(stop) => change({ stop })}
            />
          </div>
        </Row>
        <Row gutter={t('surveys.theme')} field>
          <Select
            label={t('surveys.theme')}
            labelUnseen
            value={show.theme ?? 'auto'}
            choices={[
              { value: 'auto', label: t('surveys.theme_auto') },
              { value: 'light', label: t('surveys.theme_light') },
              { value: 'dark', label: t('surveys.theme_dark') },
            ]}
            onChoose={(theme) => step({ theme: theme === 'auto' ? undefined : theme })}
          />
        </Row>
      </Sheet>
    </Section>
  );
}

interface AskedProps {
  show: Show;
  onWrite(part: Partial<Show>): void;
  onAct(part: Partial<Show>): void;
}

/** On which pages, who, and how often: for what shows itself. */
function Asked({ show, onWrite, onAct }: AskedProps) {
  const sample = show.sample === undefined ? undefined : Math.round(show.sample * 100);
  return (
    <>
      <Row gutter={t('surveys.addresses')} field>
        <AddressRules
          rules={show.urls ?? []}
          onWrite={(urls) => onWrite({ urls: urls.length > 0 ? urls : undefined })}
          onAct={(urls) => onAct({ urls: urls.length > 0 ? urls : undefined })}
        />
      </Row>
      <Row gutter={t('surveys.people')} field>
        <div class="editor-pair">
          <NumberField
            label={t('surveys.sample')}
            value={sample}
            placeholder={100}
            least={1}
            most={100}
            onNumber={(percent) => onWrite({ sample: percent === undefined ? undefined : percent / 100 })}
          />
          <NumberField
            label={t('surveys.visits')}
            value={show.visits}
            placeholder={1}
            least={1}
            onNumber={(visits) => onWrite({ visits })}
          />
        </div>
      </Row>
      <Row gutter={t('surveys.rest')} field>
        <div class="editor-pair">
          <NumberField
            label={t('surveys.again')}
            hint={t('surveys.again_hint')}
            value={show.again}
            least={1}
            most={3650}
            onNumber={(again) => onWrite({ again })}
          />
          <NumberField
            label={t('surveys.quiet')}
            hint={t('surveys.quiet_hint')}
            value={show.quiet}
            placeholder={30}
            least={0}
            most={3650}
            onNumber={(quiet) => onWrite({ quiet })}
          />
        </div>
      </Row>
    </>
  );
}

export function placeChoices(): { value: Place; label: string }[] {
  return [
    { value: 'popover', label: t('surveys.place_popover') },
    { value: 'dialog', label: t('surveys.place_dialog') },
    { value: 'inline', label: t('surveys.place_inline') },
    { value: 'tab', label: t('surveys.place_tab') },
    { value: 'page', label: t('surveys.place_page') },
  ];
}

/** `YYYY-MM-DD` of a moment, local. */
function dayOf(at: number): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The last millisecond of a local day. */
function endOf(day: string): number {
  return new Date(`${day}T00:00`).getTime() + DAY_MS - 1;
}
