import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Serves the gallery on a free port of this machine. `address(page)` is one of its pages. */
export async function serveGallery() {
  const server = await createServer({
    root: `${ROOT}tests/support/gallery`,
    configFile: false,
    logLevel: 'error',
    cacheDir: `${ROOT}.tmp/gallery`,
    resolve: { alias: { '@': ROOT.replace(/\/$/, '') } },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    server: { fs: { allow: [ROOT] }, hmr: false },
  });
  await server.listen();
  const base = server.resolvedUrls?.local[0] ?? '';
  return {
    address: (page: string, theme = 'light', lang = 'en') =>
      `${base}?page=${page}&theme=${theme}&lang=${lang}`,
    stop: () => server.close(),
  };
}
