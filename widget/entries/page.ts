import { openPage } from '../link/page';

void openPage(() => import('./seal.js'));
