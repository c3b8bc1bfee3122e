import type { Frame } from '@playwright/test';
import { faultsIn } from './axe.ts';
import { expect } from './extension.ts';

/** Opens the templates by their key, takes the one that is found by these words and puts it into the mail. */
export async function putIn(panel: Frame, words: string): Promise<void> {
  await panel.getByRole('button', { name: 'Templates', exact: true }).click();
  await panel.getByRole('combobox', { name: 'Find a template' }).fill(words);
  await expect(panel.getByRole('option')).toHaveCount(1);
  expect(await faultsIn(panel)).toEqual([]);
  await panel.getByRole('combobox', { name: 'Find a template' }).press('Enter');
  const button = panel.getByRole('button', { name: /^Put into the (?:mail|page)$/ });
  await expect(button).toBeFocused();
  expect(await faultsIn(panel)).toEqual([]);
  // The frame stands in plain sight for half a second before it discloses anything.
  await panel.page().waitForTimeout(700);
  await button.press('Enter');
  await expect(button).toHaveCount(0);
  // That of a text put in just before may still stand there.
  await expect(panel.getByText(/^In the (?:mail|page)\. Nothing was sent\.$/).last()).toBeVisible();
}
