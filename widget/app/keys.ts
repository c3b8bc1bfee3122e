/** What keys do beyond what the browser's own controls do with them. */
export interface Keys {
  press(event: KeyboardEvent): void;
}

/** Two digits within this many milliseconds are one number. */
const TOGETHER = 800;

/** Digits choose on a scale, 1 and 0 in quick succession 10; Alt with the arrows moves what is ranked. */
export function makeKeys(shadow: ShadowRoot): Keys {
  let typed = '';
  let typedAt = -TOGETHER;

  const rank = (event: KeyboardEvent, row: Element) => {
    const button = row.querySelectorAll('button')[+(event.key === 'ArrowDown')]!;
    button.click();
    button.focus();
    event.preventDefault();
  };
  const choose = (event: KeyboardEvent, active: Element | null) => {
    const group = active?.closest('[role=radiogroup]') ?? shadow.querySelector('.solo [role=radiogroup]');
    if (event.timeStamp - typedAt > TOGETHER) typed = '';
    typedAt = event.timeStamp;
    for (const value of [typed + event.key, event.key]) {
      const radio = group?.querySelector<HTMLInputElement>(`input[value="${value}"]`);
      if (!radio) continue;
      typed = value;
      radio.click();
      radio.focus();
      event.preventDefault();
      return;
    }
  };
  return {
    press(event) {
      const { key, altKey, ctrlKey, metaKey, isComposing } = event;
      const active = shadow.activeElement;
      if (ctrlKey || metaKey || isComposing) return;
      const row = active?.closest('[data-rank]');
      if (row && altKey && /^Arrow(Up|Down)$/.test(key)) rank(event, row);
      else if (!altKey && /^\d$/.test(key) && !active?.matches('.field,[type=range]')) choose(event, active);
    },
  };
}
