import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Builds the gallery and serves it on a free port of this machine: a page is three files then, and not each module that it is
 * made of. `address(page)` is one of its pages.
 */
export async function serveGallery() {
  const outDir = mkdtempSync(path.join(tmpdir(), 'sidelight-gallery-'));
  const shared = { root: `${ROOT}tests/support/gallery`, configFile: false, logLevel: 'error' } as const;
  await build({
    ...shared,
    resolve: { alias: { '@': ROOT.replace(/\/$/, '') } },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir, emptyOutDir: true, target: 'esnext', modulePreload: false },
  });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0 } });
  const base = server.resolvedUrls?.local[0] ?? '';
  return {
    address: (page: string, theme = 'light', lang = 'en') =>
      `${base}?page=${page}&theme=${theme}&lang=${lang}`,
    stop: async () => {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
