import { expect, test } from 'vitest';
import { RECIPES } from '@/lib/sites/recipes';
import { sitesPage } from '../support/sites-page';

test('docs/sites.md tells what the recipes read', async () => {
  const page = sitesPage();
  for (const { name } of RECIPES) expect(page).toContain(`## ${name}\n`);
  await expect(page).toMatchFileSnapshot('../../docs/sites.md');
});
