import { expect, test } from 'vitest';
import { askedOf, explainable, parted, type FindingNumber } from './findings';

const number = (change: Partial<FindingNumber>): FindingNumber => ({
  label: 'Students', value: 906, display: '906', chart: 'mobility-trend', column: 'participants', row: 3, at: 'direction:inbound', ...change,
});

test('a text is cut around its point; without one, or with another text’s, it stays whole', () => {
  expect(parted({ text: 'It rose by 80 to 906', emphasis: 'rose by 80' })).toEqual(['It ', 'rose by 80', ' to 906']);
  expect(parted({ text: 'It rose', emphasis: '' })).toEqual(['It rose', '', '']);
  expect(parted({ text: 'It rose', emphasis: 'fell' })).toEqual(['It rose', '', '']);
});

test('a cell can be explained; a number from several rows, or of a key figure, leads to its chart', () => {
  expect(askedOf(number({}))).toEqual({ subject: 'mobility-trend', at: 'direction:inbound', column: 'participants' });
  expect(askedOf(number({ row: null }))).toBeNull();
  expect(askedOf(number({ kpi: 'exchange-partners' }))).toBeNull();
});

test('the same cell is offered once', () => {
  expect(explainable([number({}), number({}), number({ at: 'direction:outbound' }), number({ row: null })])).toHaveLength(2);
});
