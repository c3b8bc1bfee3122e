import { render, screen } from '@testing-library/preact';
import { Mail } from 'lucide';
import { expect, test } from 'vitest';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorNote } from '@/components/ui/error-note';
import { Icon } from '@/components/ui/icon';
import { LightStep } from '@/components/ui/light-step';
import { Moon, type Phase } from '@/components/ui/moon';
import { Pill } from '@/components/ui/pill';
import { Progress } from '@/components/ui/progress';
import { Pulse } from '@/components/ui/pulse';
import { Row, Section, Sheet } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { inEnglish } from './words';

inEnglish();

const NOW = new Date(2026, 10, 21).getTime();

test('a moon is an image with its stage for a name, and each stage has a shape of its own', () => {
  const phases: Phase[] = ['exploring', 'growing', 'mature', 'declining', 'left', 'unknown'];
  render(phases.map((phase) => <Moon key={phase} phase={phase} label={phase} />));
  const moons = phases.map((phase) => screen.getByRole('img', { name: phase }));
  const lit = moons.map((moon) => moon.querySelector('path')?.getAttribute('d'));
  expect(new Set(lit.slice(0, 4)).size).toBe(4);
  expect(lit.slice(4)).toEqual([undefined, undefined]);
  expect(moons[5]?.getAttribute('class')).toContain('unknown');
});

test('a moon or an icon beside its word is silent', () => {
  render(
    <>
      <Moon phase="left" />
      <Icon node={Mail} />
    </>,
  );
  expect(screen.queryAllByRole('img')).toEqual([]);
});

test('an icon draws the shapes of its set', () => {
  render(<Icon node={Mail} label="Mail" />);
  expect(
    [...screen.getByRole('img', { name: 'Mail' }).children].map((shape) => shape.tagName.toLowerCase()),
  ).toEqual(Mail.map(([tag]) => tag));
});

test('a sheet has named regions with rows', () => {
  render(
    <Sheet>
      <Section label="Notes">
        <Row gutter="Note">Never call on Fridays</Row>
      </Section>
    </Sheet>,
  );
  expect(screen.getByRole('region', { name: 'Notes' }).textContent).toBe('NoteNever call on Fridays');
});

test('the lit step has a heading', () => {
  render(
    <LightStep
      title="Send the price list"
      reason="Promised for 26 Aug"
      actions={<button type="button">Done</button>}
    />,
  );
  expect(screen.getByRole('heading', { name: 'Send the price list' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Done' })).toBeTruthy();
});

test('a pill that can be removed names what is removed', () => {
  render(
    <Pill onRemove={() => undefined} removeLabel="Remove tag Norway">
      Norway
    </Pill>,
  );
  expect(screen.getByRole('button', { name: 'Remove tag Norway' })).toBeTruthy();
});

test('an empty place says how it fills, an error what to do', () => {
  render(
    <>
      <EmptyState title="Nobody waits for you">Who got no answer stands here.</EmptyState>
      <ErrorNote what="Not saved." todo="Save a backup." />
    </>,
  );
  expect(screen.getByText('Who got no answer stands here.')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toBe('Not saved. Save a backup.');
});

test('work under way is measured, or said to have no known end', () => {
  render(
    <>
      <Progress label="Importing" value={30} max={120} />
      <Progress label="Reading" />
      <Skeleton lines={2} />
    </>,
  );
  expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Importing' }).position).toBe(0.25);
  expect(screen.getByRole('progressbar', { name: 'Reading' }).hasAttribute('value')).toBe(false);
});

test('a pulse tells in words what it draws', () => {
  const weeks = Array.from({ length: 104 }, (_, week) => ({
    received: week === 90 ? 2 : 0,
    sent: week === 80 ? 1 : 0,
  }));
  render(<Pulse weeks={weeks} now={NOW} expectedAt={new Date(2026, 8, 9).getTime()} />);
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
    'Mail of 24 months, a bar a week. Received: 2. Sent: 1. Latest week with mail: 22 Aug.',
  );
  expect(document.querySelector('figcaption')?.textContent).toBe(
    'Nov 2024received ↑ sent ↓expected 9 Septoday',
  );
});

test('a pulse without a single mail says so', () => {
  render(<Pulse weeks={Array.from({ length: 104 }, () => ({ received: 0, sent: 0 }))} now={NOW} />);
  expect(screen.getByRole('img', { name: 'Mail of 24 months: none logged.' })).toBeTruthy();
});
