import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildDir, type Target } from './build.ts';

/** What a manifest asks of the user and opens to the web; all else in it may change without a second thought. */
const POWERS = [
  'permissions',
  'optional_permissions',
  'host_permissions',
  'optional_host_permissions',
  'content_scripts',
  'content_security_policy',
  'externally_connectable',
  'web_accessible_resources',
  'incognito',
] as const;

/** The powers that the built manifest claims. */
export function claimedPowers(target: Target): Partial<Record<(typeof POWERS)[number], unknown>> {
  const manifest = JSON.parse(readFileSync(path.join(buildDir(target), 'manifest.json'), 'utf8'));
  return Object.fromEntries(POWERS.filter((name) => name in manifest).map((name) => [name, manifest[name]]));
}
