import type { Options } from 'uplot';
import type { ForecastView } from '@/lib/api/insights-views';
import { monthYear, number } from '@/lib/i18n/format';
import 'uplot/dist/uPlot.min.css';

type Of = Extract<ForecastView, { missing: null }>;

const HEIGHT = 208;

/**
 * Draws orders a month as a line, and those to be expected as a dashed one within their band, in the colours that the style sheet gives the
 * box: a canvas knows no custom properties. Follows width and theme until the returned function is called.
 */
export function drawForecast(box: HTMLElement, of: Of): () => void {
  const stopped = new AbortController();
  void import('uplot').then(({ default: Plot }) => {
    if (stopped.signal.aborted) return;
    const plot = new Plot(optionsFor(box), dataOf(of), box);
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

type Series = (number | null)[];

/** Moments in seconds, both ends of the band, what is expected, and what was; the band and the dashes begin at the last month that was. */
function dataOf({ months, ahead, forecast }: Of): [number[], Series, Series, Series, Series] {
  const names = [...months.map(({ month }) => month), ...ahead];
  const last = months.at(-1)?.orders ?? 0;
  const joined = (pick: (one: Of['forecast']['ahead'][number]) => number): Series => [
    ...months.slice(1).map(() => null),
    last,
    ...forecast.ahead.map(pick),
  ];
  return [
    names.map((month) => new Date(`${month}-15T12:00`).getTime() / 1000),
    joined(({ high }) => high),
    joined(({ low }) => low),
    joined(({ value }) => value),
    [...months.map(({ orders }) => orders), ...ahead.map(() => null)],
  ];
}

function optionsFor(box: HTMLElement): Options {
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
    scales: { x: { time: true }, y: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        ticks: { show: false },
        space: 80,
        size: 28,
        incrs: [1, 2, 3, 6, 12, 24].map((months) => months * 30.4375 * 86_400),
        values: (_, at) => at.map((second) => monthYear(second * 1000)),
      },
      {
        ...axis,
        ticks: { show: false },
        size: 40,
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000],
        values: (_, at) => at.map((value) => number(value)),
      },
    ],
    bands: [{ series: [1, 2], fill: () => style.columnRuleColor }],
    series: [
      {},
      { stroke: 'transparent', width: 0, points: { show: false } },
      { stroke: 'transparent', width: 0, points: { show: false } },
      { stroke: mark, width: 1.5, dash: [4, 3], points: { show: true, size: 5, fill: mark, stroke: mark } },
      { stroke: ink, width: 1.5, points: { show: false } },
    ],
  };
}
