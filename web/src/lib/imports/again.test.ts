import { expect, test } from 'vitest';
import { decisionsText, merged } from './again';

test('a file of the same name is replaced, another is added', async () => {
  const files = merged([new File(['a'], 'A.csv'), new File(['b'], 'b.csv')], [new File(['new'], 'a.csv'), new File(['c'], 'c.csv')]);
  expect(files.map(({ name }) => name)).toEqual(['b.csv', 'a.csv', 'c.csv']);
  expect(await files[1]?.text()).toBe('new');
});

test('decisions are written as a table that can be read again', () => {
  expect(decisionsText([{ kind: 'place', value: 'Korea, "South"', target: 'KR' }])).toBe('kind,value,target,note\nplace,"Korea, ""South""",KR,\n');
});
