export * from '../app/rest';
export { default as words } from '../seal/words/zh-hans';
export { loadMore } from './load-more';
