import { type ComponentChildren, createElement, Fragment, type VNode } from 'preact';

/** The build puts this in the place of preact/jsx-runtime, which is made for rendering to text as well and three times as long. */
export function jsx(type: string, props: { children?: ComponentChildren }, key?: string): VNode {
  return createElement(type, key === undefined ? props : { ...props, key });
}
export { Fragment, jsx as jsxs };
