/**
 * The part of Preact that the widget uses, in a fifth of its bytes: JSX without state, drawn anew as a whole and matched against what
 * stands there. The build puts it in the place of `preact` and `preact/jsx-runtime`; the sources are written and typed for
 * Preact, and the preview in the extension runs on it.
 */
type Props = Record<string, unknown> & { children?: Node_ };
type Component = (props: Props) => Node_;
interface Element_ {
  type: string | Component;
  props: Props;
  key: unknown;
}
type Node_ = Element_ | string | number | boolean | null | undefined | Node_[];
type Drawn = (Element | Text) & { is?: string; key?: unknown; props?: Props; parts?: Drawn[] };

const SVG = 'http://www.w3.org/2000/svg';

export const jsx = (type: Element_['type'], props: Props, key?: unknown): Element_ => ({ type, props, key });
export const jsxs = jsx;
export const Fragment: Component = ({ children }) => children;

/** Elements and texts alone: components are called, lists opened. The root of a component has its key. */
function flat(node: Node_, list: (Element_ | string)[] = [], key?: unknown): (Element_ | string)[] {
  if (Array.isArray(node)) for (const one of node) flat(one, list, key);
  else if (typeof node === 'object' && node) {
    const { type, props } = node;
    const own = node.key ?? key;
    if (typeof type === 'string') list.push({ type, props, key: own });
    else flat(type(props), list, own);
  } else if (node || node === 0) if (node !== true) list.push(`${node}`);
  return list;
}

/** What people can change stays as they have it unless it is to be another. */
function setLive(element: Element, name: 'value' | 'checked', value: unknown): void {
  const live = element as unknown as Record<string, unknown>;
  if (live[name] !== value) live[name] = value;
}

function setProps(element: Element, props: Props, old: Props): void {
  for (const name of Object.keys({ ...old, ...props })) {
    const value = props[name];
    if (value === old[name] || name === 'children' || name === 'value' || name === 'checked') continue;
    if (name.startsWith('on')) (element as unknown as Props)[name.toLowerCase()] = value;
    else if (value || value === 0)
      element.setAttribute(name, value === true && name[4] !== '-' ? '' : `${value}`);
    else element.removeAttribute(name);
  }
}

function match(parent: Element, children: Node_): void {
  const home = parent as Element & Drawn;
  const left = new Set(home.parts);
  const parts = flat(children).map((one): Drawn => {
    const { type, key, props } =
      typeof one === 'string' ? { type: '', key: undefined, props: {} as Props } : one;
    let drawn = [...left].find((old) => old.is === type && old.key === key);
    if (drawn) left.delete(drawn);
    else {
      drawn = !type
        ? new Text()
        : type === 'svg' || parent.namespaceURI === SVG
          ? document.createElementNS(SVG, type as string)
          : document.createElement(type as string);
      Object.assign(drawn, { is: type, key });
    }
    if (drawn instanceof Text) {
      if (drawn.data !== one) drawn.data = one as string;
    } else {
      setProps(drawn, props, drawn.props ?? {});
      // A choice of a list can be set when the list is there.
      match(drawn, props.children);
      if ('value' in props) setLive(drawn, 'value', props.value);
      if ('checked' in props) setLive(drawn, 'checked', props.checked);
      drawn.props = props;
    }
    return drawn;
  });
  for (const old of left) old.remove();
  let at = parent.firstChild;
  for (const drawn of parts) {
    if (drawn === at) at = at.nextSibling;
    else parent.insertBefore(drawn, at);
  }
  home.parts = parts;
}

/** Draws into an element of a shadow root. The focus stays where it is, also when that moves. */
export function render(node: Node_, parent: Element): void {
  const root = parent.getRootNode() as ShadowRoot;
  const active = root.activeElement as HTMLElement | null;
  match(parent, node);
  if (active !== root.activeElement && active?.isConnected) active.focus();
}
