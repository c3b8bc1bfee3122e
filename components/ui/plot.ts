import type { AlignedData, Axis, Options } from 'uplot';
import { monthYear } from '@/lib/i18n/format';
import 'uplot/dist/uPlot.min.css';

/** Colours that the style sheet gives the box: a canvas knows no custom properties. They are read anew whenever it is drawn. */
export function inksOf(box: HTMLElement) {
  const style = getComputedStyle(box);
  return {
    line: () => style.color,
    mark: () => style.outlineColor,
    band: () => style.columnRuleColor,
    axis: {
      stroke: () => style.textDecorationColor,
      font: `11px ${style.fontFamily}`,
      grid: { stroke: () => style.borderTopColor, width: 1 },
      ticks: { show: false },
    } satisfies Axis,
  };
}

/** An axis of months. @param space pixels that a name takes at least */
export function monthAxis(axis: Axis, space: number): Axis {
  return {
    ...axis,
    grid: { show: false },
    space,
    size: 28,
    incrs: [1, 2, 3, 6, 12, 24].map((months) => months * 30.4375 * 86_400),
    values: (_, at) => at.map((second) => monthYear(second * 1000)),
  };
}

/** Half of what a month's name takes in the longest language: the last one stands about the end of the line, and is not to be cut there. */
const MONTH_HALF = 36;

/** A series that is not drawn itself: an end of a band. */
export const EDGE = { stroke: 'transparent', width: 0, points: { show: false } } as const;

/** The moment in seconds at which a month (`2026-04`) stands. */
export const monthAt = (month: string): number => new Date(`${month}-15T12:00`).getTime() / 1000;

/** Draws over time, and follows width and theme until the returned function is called. */
export function drawPlot(
  box: HTMLElement,
  height: number,
  options: Pick<Options, 'scales' | 'axes' | 'bands' | 'series' | 'hooks'>,
  data: AlignedData,
): () => void {
  const stopped = new AbortController();
  const whole = {
    ...options,
    width: box.clientWidth,
    height,
    padding: [null, MONTH_HALF, null, null] satisfies Options['padding'],
    legend: { show: false },
    cursor: { show: false },
  };
  void import('uplot').then(({ default: Plot }) => {
    if (stopped.signal.aborted) return;
    const plot = new Plot(whole, data, box);
    const fit = new ResizeObserver(() => plot.setSize({ width: box.clientWidth, height }));
    const redraw = () => plot.redraw(false);
    const theme = new MutationObserver(redraw);
    fit.observe(box);
    theme.observe(document.documentElement, { attributes: true });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw, stopped);
    stopped.signal.addEventListener('abort', () => {
      fit.disconnect();
      theme.disconnect();
      plot.destroy();
    });
  });
  return () => stopped.abort();
}
