export const YES = /^(?:yes|y|true|1|on|x|✓|✔|是|有|对|對|同意|愿意|願意|选中|已选|已選)$/i;
export const NO = /^(?:no|n|false|0|off|否|没有|沒有|无|無|不|不是|不同意|不愿意|不願意|未选中|未选|未選)$/i;

/** What a cell says to a question of yes or no; null where it says neither. */
export function isYes(cell: string): boolean | null {
  const text = cell.trim();
  if (YES.test(text)) return true;
  return NO.test(text) ? false : null;
}
