import { expect, test } from 'vitest';
import { answers, plain } from './match';

const order = (query: string, ...labels: string[]): string[] =>
  labels
    .map((label) => ({ label, score: answers(query, label.split('|').map(plain)) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ label }) => label);

test('a code is the thing itself, before words that hold it', () => {
  expect(order('de', 'Sweden|SE', 'Denmark|DK', 'Germany|DE')).toEqual(['Germany|DE', 'Denmark|DK', 'Sweden|SE']);
});

test('Chinese is found by any part of a name', () => {
  expect(order('德', '德國|DE', '泰國|TH')).toEqual(['德國|DE']);
  expect(order('理工', '香港理工大學', '香港大學')).toEqual(['香港理工大學']);
});

test('accents and cases do not matter, and words come in any order', () => {
  expect(order('munchen tu', 'TU München', 'LMU München')).toEqual(['TU München']);
  expect(order('COTE', 'Côte d’Ivoire')).toEqual(['Côte d’Ivoire']);
});

test('letters left out are forgiven, others are not', () => {
  expect(order('colab', 'Collaboration', 'Coverage of aid')).toEqual(['Collaboration']);
  expect(order('xyz', 'Collaboration')).toEqual([]);
});
