import type { Signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { askQuietly } from '@/components/contacts/command';
import { type Desk, DeskContext } from '@/components/contacts/desk';
import { Row, Sheet } from '@/components/ui/sheet';
import { Toasts } from '@/components/ui/toasts';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { AskedView } from '@/lib/api/asked-views';
import type { Client } from '@/lib/api/client';
import { t, vocabulary } from '@/lib/i18n';
import { keepFocusInSight } from './focus-in-sight';
import { later } from './later';
import { threadOf } from './latest';
import { lookUp } from './looked-up';
import { PanelBody } from './panel-body';
import { PanelPulse } from './panel-pulse';
import { tabOf } from './tab';
import { TopRow } from './top-row';
import '@/components/ui/base.css';
import './panel.css';

const ComposePart = later(
  () => import('./compose-parts').then((part) => part.ComposePart),
  ['templates', 'unfolded'],
);
const Asked = later(() => import('./asked').then((part) => part.Asked), ['beside', 'unfolded']);
const FindContact = later(
  () => import('@/components/contacts/find-contact').then((part) => part.FindContact),
  ['unfolded'],
);

/** Minutes for which `Alt+Shift+H` hides everything. */
const HIDE_MINUTES = 60;

/** Where the panel stands. */
export interface PanelFrame {
  /** At the edge of a page: it can fold. Not so in the browser's side panel. */
  foldable: boolean;
  /** In a frame of a foreign page, which may cover it. */
  guarded: boolean;
  /** In the browser's side panel: what was looked up from its menu. */
  asked?: Signal<AskedView | null>;
  /** A sign of its place's own, in the top row. */
  corner?: ComponentType;
  /** Told whether the page beside is light or dark. */
  onTheme?(theme: 'light' | 'dark'): void;
}

interface PanelProps {
  client: Client;
  frame: PanelFrame;
}

/** The panel beside a page: over a remote client in its frame, over a local one in the practice mailbox. */
export function Panel({ client, frame }: PanelProps) {
  const tab = useMemo(() => tabOf(client), [client]);
  const found = useMemo(() => lookUp(client), [client]);
  const [finding, setFinding] = useState(false);
  const [justAdded, setJustAdded] = useState<readonly string[]>([]);
  const [templates, setTemplates] = useState(false);

  const desk = useMemo<Desk>(
    () => ({
      client,
      guarded: frame.guarded,
      refresh: async () => void (await Promise.all([tab.refresh(), found.refresh()])),
      openWorkspace: (hash) => void askQuietly(client, 'workspace.open', { hash }),
    }),
    [client, tab, found, frame.guarded],
  );
  useEffect(() => {
    void desk.refresh();
    return client.onWake(() => void desk.refresh());
  }, [client, desk]);

  /** Back to the page. */
  const leave = () => {
    found.close();
    if (frame.asked) frame.asked.value = null;
  };
  const view = tab.view.value;
  const late = tab.late.value;
  const thread = view && threadOf(view);
  const shownThread = useRef(thread);
  useEffect(() => {
    const before = shownThread.current;
    shownThread.current = thread;
    if (before === null || before === thread) return;
    // Another thread leads back to the page; what was looked up from the menu is none of its.
    found.close();
    setFinding(false);
    setJustAdded([]);
  }, [thread, found]);

  const theme = view?.theme;
  useEffect(() => {
    if (theme) frame.onTheme?.(theme);
  }, [theme, frame]);

  const purpose = view?.purpose;
  // Before the browser paints: no word is seen to change.
  useLayoutEffect(() => {
    if (purpose) vocabulary.value = purpose;
  }, [purpose]);

  const fold = () => void (frame.foldable && askQuietly(client, 'tab.fold', { folded: true }));
  useShortcut({ code: 'Slash' }, () => setFinding(true));
  useShortcut({ code: 'KeyT' }, () => setTemplates(true));
  useShortcut({ code: 'KeyS', alt: true, shift: true, whileTyping: true }, fold);
  useShortcut(
    { code: 'KeyH', alt: true, shift: true, whileTyping: true },
    () => void askQuietly(client, 'tab.hide', { minutes: HIDE_MINUTES }),
  );

  const isList = view?.kind === 'list';
  const chosen = view?.person ?? null;
  const scroll = useRef<HTMLElement>(null);
  const place = found.id.value ?? `${thread} ${chosen}`;
  useEffect(() => (scroll.current ? keepFocusInSight(scroll.current) : undefined), []);
  const isScrolled = useRef(false);
  // Whoever is shown next is read from the top. To scroll has the browser lay out all at once: it is spared where nobody scrolled.
  useLayoutEffect(() => {
    if (isScrolled.current) scroll.current?.scrollTo?.({ top: 0 });
  }, [place]);

  const open = (id: string) => {
    setFinding(false);
    leave();
    scroll.current?.focus();
    void found.open(id);
  };
  const people = view?.people.filter((person) => !person.automatic) ?? [];
  const lookedUp = found.id.value !== null;
  const asked = frame.asked?.value;
  const Corner = frame.corner;
  const isAway = lookedUp || Boolean(asked);

  return (
    <DeskContext.Provider value={desk}>
      <div class="panel" data-late={late}>
        <TopRow
          people={isList ? people.filter((person) => person.key === chosen) : people}
          shown={isAway ? null : chosen}
          page={isList || people.length === 0}
          finding={finding}
          foldable={frame.foldable}
          corner={Corner && <Corner />}
          onBack={isAway ? leave : null}
          onChoose={(person) => {
            leave();
            void tab.choose(person);
          }}
          onFind={() => setFinding(!finding)}
          onFold={fold}
        />
        <main
          class="panel-scroll"
          ref={scroll}
          tabIndex={-1}
          onScroll={({ currentTarget }) => {
            isScrolled.current = currentTarget.scrollTop > 0;
          }}
        >
          <Sheet class="panel-sheet">
            {finding && (
              <search
                aria-label={t('common.find')}
                class="panel-find"
                onKeyDown={(event) => event.key === 'Escape' && setFinding(false)}
              >
                <Row>
                  <FindContact focused onFound={(hit) => open(hit.id)} />
                </Row>
              </search>
            )}
            {(view?.compose || templates || view?.logs === 'message') && (
              <ComposePart
                compose={view?.compose ?? null}
                network={view?.network ?? false}
                contactId={(lookedUp ? found.id.value : view?.contact?.id) ?? null}
                open={templates}
                onOpen={setTemplates}
              />
            )}
            {asked ? (
              <Asked key={asked.text} asked={asked} finding={finding} onOpen={open} />
            ) : (
              <PanelBody
                tab={tab}
                found={found}
                finding={finding}
                justAdded={justAdded}
                onAdded={setJustAdded}
                onOpen={open}
              />
            )}
          </Sheet>
        </main>
        <div class="panel-end">
          <PanelPulse contact={isAway ? found.contact.value : (view?.contact ?? null)} />
          <Toasts inFlow />
        </div>
      </div>
    </DeskContext.Provider>
  );
}
