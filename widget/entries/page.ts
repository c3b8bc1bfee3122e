import { openPage } from '../link/page';

void openPage(() => import(/* @vite-ignore */ './seal.js' as string));
