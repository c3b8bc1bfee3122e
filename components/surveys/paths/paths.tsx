import { useMemo, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { sentences } from '@/lib/i18n/format';
import type { AuthorForm } from '@/lib/surveys/form';
import { graphOf, type PathGraph, type PathNode } from '@/lib/surveys/paths/graph';
import { type Line, layOut } from '@/lib/surveys/paths/layout';
import { markWords, PathNodeItem } from './path-node';
import './paths.css';

interface PathsProps {
  form: AuthorForm;
  /** In which the form's own words are said. */
  lang: string;
  /** Opens a question or ending where it is written. */
  onOpen(id: string): void;
}

/** The ways through a survey as a picture: questions in their order, jumps beside them, and what leads nowhere. */
export function Paths({ form, lang, onOpen }: PathsProps) {
  const graph = useMemo(() => graphOf(form), [form]);
  const { placed, lines, pages, width, height } = useMemo(() => layOut(graph), [graph]);
  const list = useRef<HTMLOListElement>(null);
  const [chosen, choose] = useState<string | null>(null);
  const { nodes } = graph;
  const current = nodes.some(({ id }) => id === chosen) ? chosen : (nodes[0]?.id ?? null);

  const focus = (id: string | undefined | null) => {
    if (id == null) return;
    choose(id);
    list.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent, node: PathNode) => {
    const to = targetOf(event.key, node, nodes);
    if (to === undefined) return;
    event.preventDefault();
    focus(to);
  };

  return (
    <section class="paths" aria-label={t('logic.paths')}>
      <p class="quiet-text">{t('logic.paths_how')}</p>
      <p role="status">{summaryWords(graph)}</p>
      <div class="paths-sheet">
        <div class="paths-canvas" style={{ width: `${width}px`, height: `${height}px` }}>
          <svg class="paths-lines" width={width} height={height} aria-hidden="true">
            <defs>
              {(['then', 'jump', 'back'] as const).map((kind) => (
                <marker
                  key={kind}
                  id={`path-arrow-${kind}`}
                  class={`path-arrow ${kind}`}
                  viewBox="0 0 8 8"
                  refX="1"
                  refY="4"
                  markerWidth="7"
                  markerHeight="7"
                  markerUnits="userSpaceOnUse"
                  orient="auto"
                >
                  <path d="M0 0 8 4 0 8z" />
                </marker>
              ))}
            </defs>
            {lines.map((line) => (
              <path
                key={line.d}
                class={`path-line ${line.kind}${line.from === current || line.to === current ? ' near' : ''}`}
                d={line.d}
                marker-end={arrowOf(line)}
              />
            ))}
          </svg>
          {pages.map(({ page, y, height }) => (
            <span
              key={page}
              class="path-page"
              style={{ top: `${y}px`, height: `${height}px` }}
              aria-hidden="true"
            >
              {t('surveys.page_n', { n: page + 1 })}
            </span>
          ))}
          <ol ref={list}>
            {placed.map((one) => (
              <PathNodeItem
                key={one.node.id}
                form={form}
                lang={lang}
                of={one}
                nodes={nodes}
                current={one.node.id === current}
                onFocus={() => choose(one.node.id)}
                onKey={(event) => onKey(event, one.node)}
                onOpen={() => onOpen(one.node.id)}
              />
            ))}
          </ol>
        </div>
      </div>
    </section>
  );
}

function arrowOf({ kind }: Line): string | undefined {
  if (kind === 'past') return undefined;
  return kind === 'back' ? 'url(#path-arrow-back)' : `url(#path-arrow-${kind})`;
}

/** Where a key leads: up and down in the order, right along the first jump, left back along one. Undefined for other keys. */
function targetOf(key: string, node: PathNode, nodes: readonly PathNode[]): string | null | undefined {
  const at = nodes.indexOf(node);
  switch (key) {
    case 'ArrowDown':
      return nodes[at + 1]?.id ?? null;
    case 'ArrowUp':
      return nodes[at - 1]?.id ?? null;
    case 'ArrowRight':
      return node.jumps.find(({ to }) => to !== null)?.to ?? node.follows;
    case 'ArrowLeft':
      return (
        nodes.find(({ jumps }) => jumps.some(({ to }) => to === node.id))?.id ??
        nodes.find(({ follows }) => follows === node.id)?.id ??
        null
      );
    case 'Home':
      return nodes[0]?.id ?? null;
    case 'End':
      return nodes.at(-1)?.id ?? null;
    default:
      return undefined;
  }
}

function summaryWords({ nodes, walked, whole }: PathGraph): string {
  const counts = (['never', 'dead', 'loop'] as const).flatMap((mark) => {
    const count = nodes.filter(({ marks }) => marks.includes(mark)).length;
    return count > 0 ? [`${markWords(mark)}: ${count}`] : [];
  });
  if (counts.length > 0) return counts.join(' · ');
  if (whole) return t('logic.paths_well');
  return sentences(t('logic.paths_sampled', { count: walked }));
}
