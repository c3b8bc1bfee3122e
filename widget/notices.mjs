import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const packageOf = (id) => /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id.split('?')[0])?.[1];

/** The text of a library's licence; empty where it brings none. */
function licenceIn(folder) {
  const name = readdirSync(folder).find((one) => /^licen[cs]e(\.|$)/i.test(one));
  return name ? readFileSync(join(folder, name), 'utf8').trim() : '';
}

/** Remembers which libraries went into what is built, for the notices that their licences ask for. */
export function collectNotices() {
  const folders = new Set();
  return {
    plugin: {
      name: 'notices',
      generateBundle(_, files) {
        for (const { modules = {} } of Object.values(files))
          for (const [id, { renderedLength }] of Object.entries(modules))
            if (renderedLength > 0 && packageOf(id)) folders.add(packageOf(id));
      },
    },
    /** @throws where a library has no licence that could be handed on */
    text() {
      const notices = [...folders].sort().map((folder) => {
        const { name, version, license, author } = JSON.parse(
          readFileSync(join(folder, 'package.json'), 'utf8'),
        );
        if (!license) throw new Error(`${name} has no licence.`);
        // Some say which it is, and bring no text.
        const text = licenceIn(folder) || `Copyright (c) ${author?.name ?? author ?? name}`;
        return `${name} ${version} (${license})\n\n${text}\n`;
      });
      return `This package holds code of these libraries.\n\n${notices.join('\n---\n\n')}`;
    },
  };
}
