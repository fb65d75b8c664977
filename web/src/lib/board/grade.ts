import type { Evidence } from '../../chart/payload';

/** The grade that all rows share, to be said once; empty where they differ and each row says its own. */
export function sharedGrade(rows: readonly { evidence: Evidence | '' }[]): Evidence | '' {
  const [first] = rows;
  return first && rows.every(({ evidence }) => evidence === first.evidence) ? first.evidence : '';
}
