import { expect, test } from 'vitest';
import { checkKinds, chunksOf } from './kinds';
import type { JsonObject } from './payload';

const cases: [what: string, option: JsonObject, chunks: string[]][] = [
  ['lines and bars', { series: [{ type: 'line' }, { type: 'bar' }] }, []],
  ['a map in steps', { series: [{ type: 'map' }], visualMap: { type: 'piecewise' } }, []],
  ['a map without steps', { series: [{ type: 'scatter' }], visualMap: [{ type: 'continuous' }] }, ['further']],
  ['a marked line', { series: [{ type: 'bar', markLine: {} }] }, ['further']],
  ['titles within the picture', { baseOption: { title: [{}], series: [] } }, ['further']],
  ['a sankey in a media case', { baseOption: { series: [] }, media: [{ option: { series: { type: 'sankey' } } }] }, ['network']],
  ['flows and a network', { series: [{ type: 'lines' }, { type: 'graph' }] }, ['further', 'network']],
];

test.each(cases)('%s load the chunks they need', (_, option, chunks) => expect(chunksOf(option)).toEqual(chunks));

test('a series type that is in no chunk is refused, not left out', () => {
  expect(() => checkKinds({ series: [{ type: 'gauge' }] })).toThrow(/gauge/);
});
