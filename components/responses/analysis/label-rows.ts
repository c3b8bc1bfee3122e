/** Where a label stands in a drawing. */
export interface Label {
  text: string;
  /** Its point, in shares of the width and the height, from the top left. */
  x: number;
  y: number;
  /** It stands at the left of its point. */
  before: boolean;
}

/** About what a drawing measures, in px: labels of a narrower one stand closer and are cut sooner. */
const [WIDTH, HEIGHT] = [760, 320];
const [WIDE, NARROW, GAP] = [13, 7, 14];
const ROW = 17;
const MOST = 6;

/** How far each label is moved up or down (px) so that none lies over another. Labels that come first stay where they are. */
export function labelRows(labels: readonly Label[]): number[] {
  const placed: { from: number; to: number; y: number }[] = [];
  return labels.map(({ text, x, y, before }) => {
    const length = [...text].reduce((sum, sign) => sum + (sign > '\u2E7F' ? WIDE : NARROW), GAP);
    const from = before ? x * WIDTH - length : x * WIDTH;
    const isFree = (at: number) =>
      placed.every((one) => Math.abs(one.y - at) >= ROW || one.to < from || one.from > from + length);
    let moved = 0;
    for (let turn = 1; turn < MOST && !isFree(y * HEIGHT + moved); turn += 1)
      moved = Math.ceil(turn / 2) * ROW * (turn % 2 ? -1 : 1);
    placed.push({ from, to: from + length, y: y * HEIGHT + moved });
    return moved;
  });
}
