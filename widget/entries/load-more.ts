import type { LoadMore } from '../app/rest';

/** By another address every second time: see `app.ts`. */
export const loadMore: LoadMore = (tries) =>
  tries % 2 ? import(/* @vite-ignore */ `./more.js?${tries}`) : import('./more.js');
