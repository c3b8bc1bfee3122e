import type { Dictionary } from './keys';

/** Every word of the language in one script: copies of the files that other pages fetch one by one. */
export default import.meta.glob<Dictionary>(['./zh-hans/*.ts', '!./zh-hans/teaching.ts'], {
  eager: true,
  import: 'default',
  query: '?whole',
});
