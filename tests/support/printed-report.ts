import { expect, type Page } from '@playwright/test';
import { pdfText } from './pdf-text.ts';

/** An A4 page without its margins, in px of 1/96 inch. */
const PAPER = 672;

/** Without blanks, which a line that ends takes away, and without ligatures and radicals, which a font may set in place of letters. */
const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/**
 * Prints the report that stands open: each heading, sentence and cell, with its numbers, stands in the file as on the page, nothing is wider
 * than the paper, and every page bears its number.
 * @param file where the PDF is kept
 */
export async function printReport(page: Page, file: string): Promise<void> {
  const size = page.viewportSize()!;
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: PAPER, height: 1000 });
  const parts = page.locator('.report').locator('h2, h3, p, li:not(:has(.unseen)), td, th, .driver-name');
  const said = (await parts.allInnerTexts()).map(bare).filter((text) => text !== '');
  const headings = await page.locator('.report h2').count();
  const wide = await page
    .locator('.report *:not(.unseen)')
    .evaluateAll(
      (all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0).length,
    );
  const frame = bare(await page.locator('nav').first().innerText());
  const pdf = await page.pdf({ path: file, format: 'A4', preferCSSPageSize: true, printBackground: true });
  await page.setViewportSize(size);
  await page.emulateMedia({ media: null });
  const text = bare(pdfText(pdf));
  expect(headings).toBe(5);
  expect(said.length).toBeGreaterThan(60);
  expect(said.filter((one) => !text.includes(one))).toEqual([]);
  expect(wide).toBe(0);
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(1);
  for (let nth = 1; nth <= pages; nth += 1) expect(text).toContain(`${nth}/${pages}`);
  // The frame of the page stays at home.
  expect(text).not.toContain(frame);
}
