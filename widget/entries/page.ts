import { openPage } from '../link/page';

void openPage(
  () => import('./rest.js'),
  () => import('./seal.js'),
);
