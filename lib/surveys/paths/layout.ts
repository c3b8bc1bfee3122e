import type { PathGraph, PathNode } from './graph';

/** Where a node stands, in pixels from the top left. */
export interface Placed {
  node: PathNode;
  y: number;
  height: number;
}

/** A line from one node to another. */
export interface Line {
  from: string;
  to: string;
  /** `then`: to what follows; `past`: past a question that is not asked; `jump`; `back`: a jump that is not taken. */
  kind: 'then' | 'past' | 'jump' | 'back';
  /** Drawing commands of an SVG path. */
  d: string;
}

export interface Layout {
  placed: Placed[];
  lines: Line[];
  /** Where a page begins and ends. */
  pages: { page: number; y: number; height: number }[];
  width: number;
  height: number;
}

export const NODE_WIDTH = 460;
/** Where nodes begin: left of them stand the pages and the ways past a question. */
export const NODE_X = 108;
const TITLE = 34;
/** One line of a condition in a node. */
export const ROW = 22;
const GAP = 22;
const PAGE_GAP = 8;
const LANE = 14;
const PAST = 12;

/** Height of a node: its title, its condition, a line for each jump. */
const heightOf = ({ when, jumps }: PathNode): number => TITLE + (when ? ROW : 0) + jumps.length * ROW;

interface Span {
  from: string;
  to: string;
  back: boolean;
  /** Pixels from the top, at both ends. */
  start: number;
  end: number;
}

/** Each span gets the nearest lane in which none that it would touch stands; short ones choose first. */
function lanesOf(spans: Span[]): Map<Span, number> {
  const lanes: [number, number][][] = [];
  const found = new Map<Span, number>();
  const length = ({ start, end }: Span) => Math.abs(end - start);
  for (const span of spans.toSorted((a, b) => length(a) - length(b))) {
    const [top, bottom] = [Math.min(span.start, span.end), Math.max(span.start, span.end)];
    const free = lanes.findIndex((taken) => taken.every(([from, to]) => bottom < from || top > to));
    const lane = free < 0 ? lanes.length : free;
    lanes[lane] = [...(lanes[lane] ?? []), [top, bottom]];
    found.set(span, lane);
  }
  return found;
}

/**
 * A survey as a column in its own order, which is the order of time: what follows stands below, jumps run beside it in lanes of their own, a
 * question that is not asked of everybody has a way past it. Nothing crosses a node, and no two lines share a lane at the same height.
 */
export function layOut({ nodes }: PathGraph): Layout {
  const placed: Placed[] = [];
  let y = GAP;
  for (const [at, node] of nodes.entries()) {
    const before = nodes[at - 1];
    if (before && before.page !== node.page) y += PAGE_GAP;
    const height = heightOf(node);
    placed.push({ node, y, height });
    y += height + GAP;
  }
  const by = new Map(placed.map((one) => [one.node.id, one]));
  const right = NODE_X + NODE_WIDTH;
  const middle = NODE_X + 28;

  const spans = placed.flatMap(({ node, y: top }) =>
    node.jumps.flatMap(({ to, back }, index): Span[] => {
      const target = by.get(to ?? '');
      if (!target) return [];
      const start = top + TITLE + (node.when ? ROW : 0) + index * ROW + ROW / 2;
      return [{ from: node.id, to: target.node.id, back, start, end: target.y + TITLE / 2 }];
    }),
  );
  // What follows but does not stand right below: the ordinary ending behind another one, or nothing between.
  const followers = placed.flatMap(({ node, y: top, height }, at): Span[] => {
    const target = by.get(node.follows ?? '');
    if (!target || placed[at + 1] === target) return [];
    return [
      { from: node.id, to: target.node.id, back: false, start: top + height - 6, end: target.y + TITLE / 2 },
    ];
  });
  const lanes = lanesOf([...spans, ...followers]);
  const across = (span: Span): string => {
    const x = right + 24 + (lanes.get(span) ?? 0) * LANE;
    const turn = Math.min(6, Math.abs(span.end - span.start) / 2) * Math.sign(span.end - span.start || 1);
    return [
      `M${right} ${span.start}H${x - 6}Q${x} ${span.start} ${x} ${span.start + turn}`,
      `V${span.end - turn}Q${x} ${span.end} ${x - 6} ${span.end}H${right + 7}`,
    ].join('');
  };

  const lines: Line[] = [
    ...placed.flatMap((one, at): Line[] => {
      const next = placed[at + 1];
      if (!next || one.node.follows !== next.node.id) return [];
      const d = `M${middle} ${one.y + one.height}V${next.y - 7}`;
      return [{ from: one.node.id, to: next.node.id, kind: 'then', d }];
    }),
    ...placed.flatMap(({ node, y: top, height }, at): Line[] => {
      if (!node.when || !node.follows) return [];
      const x = NODE_X - PAST;
      const [above, below] = [top - GAP / 2, top + height + GAP / 2 - 4];
      const d = `M${middle} ${above}H${x + 6}Q${x} ${above} ${x} ${above + 6}V${below - 6}Q${x} ${below} ${x + 6} ${below}H${middle}`;
      return [{ from: placed[at - 1]?.node.id ?? node.id, to: node.follows, kind: 'past', d }];
    }),
    ...[...spans, ...followers].map(
      (span): Line => ({
        from: span.from,
        to: span.to,
        kind: span.back ? 'back' : spans.includes(span) ? 'jump' : 'then',
        d: across(span),
      }),
    ),
  ];

  const pages = [...new Set(placed.map(({ node }) => node.page))]
    .filter((page) => page >= 0)
    .map((page) => {
      const own = placed.filter(({ node }) => node.page === page);
      const [first, last] = [own[0]!, own.at(-1)!];
      return { page, y: first.y, height: last.y + last.height - first.y };
    });
  const most = Math.max(-1, ...lanes.values());
  return { placed, lines, pages, width: right + 24 + (most + 1) * LANE + 16, height: y };
}
