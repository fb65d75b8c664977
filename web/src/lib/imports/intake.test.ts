import { expect, test } from 'vitest';
import { limits, stops, takeIn } from './intake';

const named = (name: string, text = 'a;b'): File => new File([text], name);
const large = (name: string): File => Object.defineProperty(named(name), 'size', { value: limits.bytes });

test('data, settings and decisions are told apart; what a system leaves in folders is passed over', async () => {
  const { intake, refusals } = await takeIn([named('a.CSV'), named('b.parquet'), named('dataset.yaml', 'id: x'), named('decisions.csv', 'kind'), named('.DS_Store'), named('~$a.xlsx'), named('README.md')]);
  expect(intake.files.map(({ name }) => name)).toEqual(['a.CSV', 'b.parquet']);
  expect([intake.dataset, intake.decisions, refusals]).toEqual(['id: x', 'kind', []]);
});

test('what cannot be read is named with the reason; the rest may still be read', async () => {
  const { intake, refusals } = await takeIn([named('a.csv'), named('old.xls'), named('photo.png')]);
  expect(refusals.map(({ reason, name }) => `${reason} ${name}`)).toEqual(['legacy old.xls', 'unknown photo.png']);
  expect(stops(intake, refusals)).toBe(false);
});

test('of two settings files the first counts, and the other is named', async () => {
  const { intake, refusals } = await takeIn([named('a.csv'), named('dataset.yaml', 'id: x'), named('other.yml', 'id: y')]);
  expect([intake.dataset, refusals.map(({ reason, name }) => `${reason} ${name}`)]).toEqual(['id: x', ['settings other.yml']]);
});

test.each([
  ['nothing', () => [], 'none'],
  ['too many', () => Array.from({ length: limits.files + 1 }, (_, n) => named(`${n}.csv`)), 'many'],
  ['too much', () => [large('a.csv'), named('b.csv')], 'large'],
  ['two of one name', () => [named('a.csv'), named('A.csv')], 'twice'],
])('%s is not sent at all', async (_, files, reason) => {
  const { intake, refusals } = await takeIn(files());
  expect(refusals.map((refusal) => refusal.reason)).toEqual([reason]);
  expect(stops(intake, refusals)).toBe(true);
});
