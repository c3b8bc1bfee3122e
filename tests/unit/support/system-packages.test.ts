import { expect, test } from 'vitest';
import { packagesFor } from '../../support/system-packages.ts';

const isInstalled = (name: string) => ['php-cli', 'firefox-esr', 'prosody'].includes(name);
const there = () => null;
const lacking = () => 'It was not found.';
const mail = ['php-cli', 'dovecot-imapd'];

test('the package manager is asked for what is absent, and for nothing that is there', () => {
  expect(packagesFor([{ packages: mail, obstacle: lacking }], isInstalled)).toEqual(['dovecot-imapd']);
  expect(packagesFor([{ packages: mail, obstacle: there }], isInstalled)).toEqual([]);
});

test('it is asked for what is there and does not do: a Firefox that is too old', () => {
  expect(packagesFor([{ packages: ['firefox-esr'], obstacle: lacking }], isInstalled)).toEqual([
    'firefox-esr',
  ]);
});

test('it is not asked where what lacks is none of its packages', () => {
  const chat = { packages: ['prosody'], obstacle: lacking, lacks: there };
  expect(packagesFor([chat], isInstalled)).toEqual([]);
});

test('what two need is asked for once', () => {
  const two = { packages: ['postgresql'], obstacle: lacking };
  expect(packagesFor([two, two], isInstalled)).toEqual(['postgresql']);
});
