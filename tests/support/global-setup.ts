import { ensureBuild, type Target } from './build.ts';
import { ensureWidget } from './widget/built.ts';

const PROJECTS: Record<string, Target> = { chromium: 'chrome', firefox: 'firefox' };

/** Builds what the chosen projects need, once, before any worker starts. The configuration lists all, chosen or not. */
export default function globalSetup(): void {
  const asked = process.argv.flatMap((word, index) => {
    if (word === '--project') return [process.argv[index + 1] ?? ''];
    return word.startsWith('--project=') ? [word.slice('--project='.length)] : [];
  });
  const names = asked.length > 0 ? asked : Object.keys(PROJECTS);
  for (const name of names) if (PROJECTS[name]) ensureBuild(PROJECTS[name]);
  // Two workers that build it at once take each other's files away: whatever a clock says of its age, none of them builds.
  ensureWidget();
  process.env.SIDELIGHT_WIDGET_BUILT = '1';
}
