import type { Dictionary } from './keys';

/** Every word of the language in one script: copies of the files that other pages fetch one by one. What is said in other pages alone is left out. */
export default import.meta.glob<Dictionary>(['./en/*.ts', '!./en/teaching.ts'], {
  eager: true,
  import: 'default',
  query: '?whole',
});
