import { openPage } from '../link/page';
import { loadRest, loadSeal } from './app';

void openPage(loadRest, loadSeal);
