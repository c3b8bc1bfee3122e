/** What was written between two sides in one week. */
export interface Week {
  received: number;
  sent: number;
}

/** How bars are drawn, in pixels. Every value is whole where a bar begins or ends, so that bars are flush. */
export interface PulseFrame {
  /** From one week to the next. */
  pitch: number;
  bar: number;
  /** Where bars above end and bars below begin: the pixel row of the axis. */
  axis: number;
  tallest: number;
  /** One single mail still shows. */
  shortest: number;
}

/** Moment of the bar's left edge: the week counted from the oldest. */
export function weekX(week: number, frame: PulseFrame): number {
  return week * frame.pitch;
}

/**
 * Height of a bar for a count, in whole pixels. The square root keeps a week of one mail and a week of forty readable
 * in the same picture; both directions share the scale.
 */
export function barHeight(count: number, most: number, frame: PulseFrame): number {
  if (count <= 0) return 0;
  if (most <= 1) return frame.shortest;
  const share = (Math.sqrt(count) - 1) / (Math.sqrt(most) - 1);
  return frame.shortest + Math.round(share * (frame.tallest - frame.shortest));
}

/** Weeks, oldest first, as SVG path data: received above the axis, sent below it. */
export function pulseBars(weeks: readonly Week[], frame: PulseFrame): { received: string; sent: string } {
  const most = Math.max(1, ...weeks.flatMap((week) => [week.received, week.sent]));
  let received = '';
  let sent = '';
  weeks.forEach((week, index) => {
    const x = weekX(index, frame);
    const up = barHeight(week.received, most, frame);
    const down = barHeight(week.sent, most, frame);
    if (up) received += `M${x} ${frame.axis}h${frame.bar}v${-up}h${-frame.bar}z`;
    if (down) sent += `M${x} ${frame.axis + 1}h${frame.bar}v${down}h${-frame.bar}z`;
  });
  return { received, sent };
}
