/** Whether the host page is light or dark: by its own painted background, else by what the user's system prefers. */
export function hostTheme(): 'light' | 'dark' {
  for (const element of [document.body, document.documentElement]) {
    const luminance = element && luminanceOf(getComputedStyle(element).backgroundColor);
    if (luminance !== null && luminance !== undefined) return luminance < 0.4 ? 'dark' : 'light';
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  if (scheme === 'dark') return 'dark';
  return scheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Calls back when the host page turns dark or light: pages do so by an attribute of their root or body, or follow the system. */
export function onThemeChange(signal: AbortSignal, callback: () => void): void {
  let theme = hostTheme();
  const look = () => {
    if (signal.aborted || hostTheme() === theme) return;
    theme = hostTheme();
    callback();
  };
  const observer = new MutationObserver(() => requestAnimationFrame(look));
  for (const element of [document.documentElement, document.body])
    if (element) observer.observe(element, { attributes: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Relative luminance of a computed colour, 0 to 1; null for a transparent one. */
function luminanceOf(color: string): number | null {
  const parts = color.match(/[\d.]+/g)?.map(Number);
  if (!parts || parts.length < 3 || (parts.length > 3 && (parts[3] as number) < 0.5)) return null;
  const [r, g, b] = parts.slice(0, 3).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
