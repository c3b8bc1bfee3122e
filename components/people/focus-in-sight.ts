/**
 * Keeps what has the focus in sight when its scrolling box becomes lower: a message takes its room from it.
 * @returns ends it
 */
export function keepFocusInSight(box: HTMLElement): () => void {
  let before = box.clientHeight;
  const observer = new ResizeObserver(() => {
    const now = box.clientHeight;
    const focused = document.activeElement;
    if (now < before && focused && focused !== box && box.contains(focused)) {
      const end = focused.getBoundingClientRect().bottom - box.getBoundingClientRect().top;
      // What was out of sight before was left there by its user.
      if (end <= before) focused.scrollIntoView({ block: 'nearest' });
    }
    before = now;
  });
  observer.observe(box);
  return () => observer.disconnect();
}
