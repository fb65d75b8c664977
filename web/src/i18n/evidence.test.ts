import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from './en';
import { zhHans } from './zh-Hans';
import { zhHant } from './zh-Hant';

const file = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const grades = ['published', 'derived', 'illustrative'] as const;

// The page, the pictures and the filters each hold these words; one reader sees all three.
test('a grade is called the same on the page and on the pictures', () => {
  const words = file('analytics/render/words.go');
  for (const table of [en, zhHant, zhHans]) {
    const said = grades.map((grade) => `"${grade}": "${table[`evidence.${grade}`]}"`).join(', ');
    expect(words).toContain(said);
  }
});

test('a grade is called the same on the page and in the filters', () => {
  const labels = file('data/schema/11_labels.sql');
  grades.forEach((grade, at) => {
    const key = `evidence.${grade}` as const;
    expect(labels).toContain(`('evidence', '${grade}', ${at + 1}, '${en[key]}', '${zhHant[key]}', '${zhHans[key]}')`);
  });
});
