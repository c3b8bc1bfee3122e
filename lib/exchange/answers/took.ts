/** `1:05`, `00:01:05`: minutes and seconds, and hours where three stand. */
const CLOCK = /^(?:(\d{1,6}):)?(\d{1,6}):(\d{1,2})$/;
/** `65`, `65秒`, `1分5秒`, `2 min 5 sec`, `1 h 5 m`. */
const WORDS =
  /^(?:(\d{1,9}) ?(?:小时|小時|h(?:(?:ou)?rs?)?) ?)?(?:(\d{1,9}) ?(?:分钟?|分鐘?|m(?:in(?:ute)?s?)?) ?)?(?:(\d{1,9}) ?(?:秒钟?|秒鐘?|s(?:ec(?:ond)?s?)?)?)?$/i;

/** Milliseconds that a cell says an answer took; null where it says none. */
export function tookOf(cell: string): number | null {
  const [, hours, minutes, seconds] = CLOCK.exec(cell) ?? WORDS.exec(cell) ?? [];
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return whole > 0 ? whole * 1000 : null;
}
