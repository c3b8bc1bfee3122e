/** Where a label stands in a drawing. */
export interface Label {
  text: string;
  /** Its point, in shares of the width and the height, from the top left. */
  x: number;
  y: number;
  /** It stands at the left of its point. */
  before: boolean;
}

export interface LabelPlace {
  /** Up or down from its point, in px. */
  move: number;
  before: boolean;
}

/** About what a drawing measures, in px: labels of a narrower one stand closer and are cut sooner. */
const [WIDTH, HEIGHT] = [760, 320];
/** Widths of a Chinese sign and of another one, and what stands around a label. */
const [WIDE, NARROW, ROUND] = [13, 7, 8];
/** From the middle of a point to its edge, and to where its label begins. */
const [POINT, BESIDE] = [4, 6];
const ROW = 17;
const MOST_ROWS = 5;

/**
 * Where each label stands, so that none lies over another or over another's point: at its side if that is free, else at the other side, else
 * a row or more up or down. Labels that come first stay where they are.
 */
export function labelRows(labels: readonly Label[]): LabelPlace[] {
  const points = labels.map(({ x, y }) => ({
    from: x * WIDTH - POINT,
    to: x * WIDTH + POINT,
    y: y * HEIGHT,
  }));
  const placed: { from: number; to: number; y: number }[] = [];
  return labels.map((label, own) => {
    const length = [...label.text].reduce((sum, sign) => sum + (sign > '\u2E7F' ? WIDE : NARROW), ROUND);
    const spanOf = ({ move, before }: LabelPlace) => {
      const from = label.x * WIDTH + (before ? -BESIDE - length : BESIDE);
      return { from, to: from + length, y: label.y * HEIGHT + move };
    };
    const isFree = (place: LabelPlace) => {
      const span = spanOf(place);
      if (span.y < ROW / 2 || span.y > HEIGHT - ROW / 2) return false;
      if (place.before !== label.before && (span.from < 0 || span.to > WIDTH)) return false;
      const others = [...placed, ...points.filter((_, at) => at !== own)];
      return others.every(
        (one) => Math.abs(one.y - span.y) >= ROW || one.to < span.from || one.from > span.to,
      );
    };
    const rows = Array.from({ length: MOST_ROWS }, (_, at) => (at + 1) * ROW);
    const places: LabelPlace[] = [
      { move: 0, before: label.before },
      { move: 0, before: !label.before },
      ...rows.flatMap((move) => [-move, move].map((one) => ({ move: one, before: label.before }))),
    ];
    const place = places.find(isFree) ?? places[0]!;
    placed.push(spanOf(place));
    return place;
  });
}
