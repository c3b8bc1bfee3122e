/**
 * Editors as hosts have them: each keeps its text in a state of its own, and draws it anew from there when the caret leaves it. What came
 * into the page past the events by which the state follows is lost then. `hostState` of their window tells text and events.
 */
export interface HostState {
  text: string;
  /** Type of each event by which the state followed, with who made it. */
  events: string[];
}

const FOLLOWS = `
  const edited = document.querySelector(FIND);
  const isField = edited.tagName === 'TEXTAREA';
  const shown = () => (isField ? edited.value : edited.innerText);
  const draw = (text) => {
    if (isField) edited.value = text;
    else edited.innerText = text;
  };
  const state = { text: shown(), events: [] };
  const target = edited === document.body ? document : edited;
  target.addEventListener('input', (event) => {
    state.events.push(event.inputType + (event.isTrusted ? '' : ' made'));
    state.text = shown();
  });
  (edited === document.body ? window : edited).addEventListener('blur', () => shown() !== state.text && draw(state.text));
  (window.top ?? window).hostState = state;`;

/** Takes pastes over, writes them a moment later behind its own cleaning, and has an undo of its own, as Squire and Rooster do. */
const PASTES = `
  const before = [];
  edited.addEventListener('paste', (event) => {
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    const at = document.getSelection().getRangeAt(0);
    setTimeout(() => {
      before.push(edited.innerText);
      at.deleteContents();
      at.insertNode(document.createTextNode(text));
      state.text = edited.innerText;
      state.events.push('own paste');
    }, 60);
  });
  edited.addEventListener('keydown', (event) => {
    if (event.key !== 'z' || !event.ctrlKey || before.length === 0) return;
    event.preventDefault();
    draw(before.pop());
    state.text = edited.innerText;
  });`;

const script = (find: string, own: boolean): string =>
  `<script>{${FOLLOWS.replace('FIND', `'${find}'`)}${own ? PASTES : ''}}</script>`;

/** A page whose editor is that of a host. */
export const withEditor = (html: string, find: string, own = false): string =>
  html.replace('</body>', `${script(find, own)}</body>`);

/** A page whose empty frame has that of a host in it: the frame's whole body, or an element in it. */
export const withFrame = (html: string, frame: string, own = false): string => {
  const inner = own
    ? `<body><div id="editor" contenteditable="true"><br></div>${script('#editor', true)}</body>`
    : `<body contenteditable="true"><br></body>${script('body', false)}`;
  return html.replace(frame, frame.replace('></', ` srcdoc="${inner.replaceAll('"', '&quot;')}"></`));
};
