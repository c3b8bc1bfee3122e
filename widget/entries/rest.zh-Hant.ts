export * from '../app/rest';
export { default as words } from '../seal/words/zh-hant';
export { loadMore } from './load-more';
