import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Between two notices; no licence has this line in it. */
const RULE = `\n${'='.repeat(78)}\n\n`;

const packageOf = (path) =>
  /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path.split('?')[0])?.[1];

/** The licence of a library in its own words, and what it wants said beside it; empty where it brings none. */
function wordsIn(folder) {
  return readdirSync(folder)
    .filter((one) => /^(licen[cs]e|notice)(\.|$)/i.test(one))
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
    .join('\n\n');
}

/** What a licence of this name says, by our own copy of it, for those who name it and bring no text. */
function usualWords(licence, holder) {
  if (licence !== 'MIT') return '';
  const [, permission] = readFileSync(new URL('LICENSE', import.meta.url), 'utf8').split(/^(?=Permission)/m);
  return `Copyright (c) ${holder}\n\n${permission.trim()}`;
}

/** Where its source is to be had, as some licences want it said. */
function sourceOf({ repository, homepage }) {
  const place = repository?.url ?? repository ?? homepage;
  return place ? `\n${place.replace(/^git\+/, '').replace(/\.git$/, '')}` : '';
}

/** Remembers which libraries went into what is built, for the notices that their licences ask for. */
export function collectNotices() {
  const folders = new Set();
  const remember = (path) => packageOf(path) && folders.add(packageOf(path));
  let root = '';
  return {
    plugin: {
      name: 'notices',
      configResolved(config) {
        root = config.root;
      },
      generateBundle(_, files) {
        for (const { modules = {}, originalFileNames = [] } of Object.values(files)) {
          for (const [id, { renderedLength }] of Object.entries(modules))
            if (renderedLength > 0) remember(id);
          // Fonts and pictures, named from the root of the build.
          for (const name of originalFileNames) remember(join(root, name));
        }
      },
    },
    /** @throws where a library has no licence that could be handed on */
    text() {
      const notices = [...folders].sort().map((folder) => {
        const said = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        const { name, version, license, author } = said;
        const text = wordsIn(folder) || usualWords(license, author?.name ?? author ?? name);
        if (!text) throw new Error(`${name} has no licence.`);
        return `${name} ${version} (${license})${sourceOf(said)}\n\n${text}\n`;
      });
      return `This package holds code of these libraries.\n\n${notices.join(RULE)}`;
    },
  };
}
