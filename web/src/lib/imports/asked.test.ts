import { expect, test } from 'vitest';
import { Asked } from './asked.svelte';

const name = { key: 'name', says: 'the name' };

test('what was filled in stays asked after a check, until it is confirmed', () => {
  const asked = new Asked();
  asked.hear([name, { key: 'files', says: 'which sheets' }]);
  asked.hear([]);
  expect(asked.needs).toEqual([name]);
  asked.confirm(['name']);
  asked.hear([name]);
  expect(asked.needs).toEqual([]);
});
