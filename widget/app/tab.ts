import type { Form } from '../../lib/surveys/form';
import { openSurface } from './surface';

/** Percent of the window from its top. */
const PLACES = [40, 20, 65, 4, 84];
const CONTROLS = 'a,button,input,select,textarea,iframe,[role=button],[tabindex]';

/** A feedback tab at the edge of the window, where it covers nothing that can be pressed. */
export function openTab(form: Form, press: () => void): { close(): void } {
  const { box, shadow, signal, close } = openSurface({ ...form.show, place: 'tab', lang: form.lang });
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = form.title;
  button.addEventListener('click', press);
  box.append(button);

  const covers = (): boolean => {
    const { left, top, right, bottom } = box.getBoundingClientRect();
    const host = shadow.host;
    return [top + 2, (top + bottom) / 2, bottom - 2].some((y) =>
      [left + 2, right - 2].some((x) =>
        document
          .elementsFromPoint(x, y)
          .some((one) => one !== host && !host.contains(one) && one.matches(CONTROLS)),
      ),
    );
  };
  const place = () => {
    for (const top of PLACES) {
      box.style.top = `${top}%`;
      if (!covers()) return;
    }
  };
  place();
  addEventListener('resize', place, { signal });
  return { close };
}
