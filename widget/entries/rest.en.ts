export * from '../app/rest';
export { default as words } from '../seal/words/en';
export { loadMore } from './load-more';
