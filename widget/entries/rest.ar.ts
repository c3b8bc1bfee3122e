export * from '../app/rest';
export { default as words } from '../seal/words/ar';
export { loadMore } from './load-more';
