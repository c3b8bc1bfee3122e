import type { Dictionary } from './keys';

/** Every word of the language in one script: copies of the files that other pages fetch one by one. */
export default import.meta.glob<Dictionary>(['./zh-hant/*.ts', '!./zh-hant/teaching.ts'], {
  eager: true,
  import: 'default',
  query: '?whole',
});
