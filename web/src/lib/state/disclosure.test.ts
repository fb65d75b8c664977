import { beforeEach, expect, test, vi } from 'vitest';
import type { Rules } from './disclosure.svelte';

const usual: Rules = { screen: 'off', files: 'hesa', least: 'off' };

beforeEach(() => {
  vi.resetModules();
  const store = new Map<string, string>();
  vi.stubGlobal('sessionStorage', { getItem: (key: string) => store.get(key) ?? null, setItem: (key: string, value: string) => store.set(key, value) });
});

test('files are rounded until somebody chooses, and the choice lasts as long as the window', async () => {
  const first = await import('./disclosure.svelte');
  expect(first.fileRule.exact(usual)).toBe(false);
  expect(first.fileRule.asked(usual)).toBe('');
  first.fileRule.choose(true);
  expect(first.fileRule.asked(usual)).toBe('off');
  vi.resetModules();
  const again = await import('./disclosure.svelte');
  expect(again.fileRule.asked(usual)).toBe('off');
});

test('what is public is exact unless rounding is chosen', async () => {
  const { fileRule } = await import('./disclosure.svelte');
  const open: Rules = { ...usual, files: 'off' };
  expect(fileRule.asked(open)).toBe('');
  fileRule.choose(false);
  expect(fileRule.asked(open)).toBe('hesa');
});

test('a server that insists is not asked for exact numbers', async () => {
  const { fileRule } = await import('./disclosure.svelte');
  fileRule.choose(true);
  expect(fileRule.asked({ screen: 'hesa', files: 'hesa', least: 'hesa' })).toBe('');
});
