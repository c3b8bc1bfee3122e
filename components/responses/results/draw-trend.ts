import type { Options } from 'uplot';
import type { ResultsView } from '@/lib/api/survey-views';
import { monthYear } from '@/lib/i18n/format';
import 'uplot/dist/uPlot.min.css';

interface Drawing {
  months: ResultsView['trend'];
  /** Both ends of what the figure can be. */
  ends: [number, number];
  words(value: number): string;
}

const HEIGHT = 168;

/**
 * Draws the figure as a line and its interval as a band, in the colours that the style sheet gives the box: a canvas knows no custom
 * properties. Follows width and theme until the returned function is called.
 */
export function drawTrend(box: HTMLElement, drawing: Drawing): () => void {
  const stopped = new AbortController();
  void import('uplot').then(({ default: Plot }) => {
    if (stopped.signal.aborted) return;
    const plot = new Plot(optionsFor(box, drawing), dataOf(drawing), box);
    const fit = new ResizeObserver(() => plot.setSize({ width: box.clientWidth, height: HEIGHT }));
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

/** Moments in seconds, the upper and the lower end of the interval, and above both the figure. */
function dataOf({ months }: Drawing): [number[], number[], number[], number[]] {
  return [
    months.map(({ month }) => new Date(`${month}-15T12:00`).getTime() / 1000),
    months.map(({ high }) => high),
    months.map(({ low }) => low),
    months.map(({ value }) => value),
  ];
}

function optionsFor(box: HTMLElement, { ends, words }: Drawing): Options {
  const style = getComputedStyle(box);
  const ink = () => style.color;
  const mark = () => style.outlineColor;
  const grid = { stroke: () => style.borderTopColor, width: 1 };
  const axis = { stroke: () => style.textDecorationColor, font: `11px ${style.fontFamily}`, grid };
  return {
    width: box.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: true }, y: { range: ends } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        ticks: { show: false },
        space: 72,
        size: 28,
        incrs: [1, 2, 3, 6, 12, 24].map((months) => months * 30.4375 * 86_400),
        values: (_, at) => at.map((second) => monthYear(second * 1000)),
      },
      {
        ...axis,
        ticks: { show: false },
        size: 48,
        values: (_, at) => at.map(words),
      },
    ],
    bands: [{ series: [1, 2], fill: () => style.columnRuleColor }],
    series: [
      {},
      { stroke: 'transparent', width: 0, points: { show: false } },
      { stroke: 'transparent', width: 0, points: { show: false } },
      { stroke: ink, width: 1.5, points: { show: true, size: 6, fill: mark, stroke: mark } },
    ],
  };
}
