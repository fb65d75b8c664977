import type { DataKey } from '../../i18n/data';
import type { ImportRun } from './types';

/** A step of an import: where it stands on the page, how much there is to see, and whether something is to be done. */
export interface Step {
  id: string;
  label: DataKey & `steps.${string}`;
  count: number | null;
  todo: boolean;
}

const facts = ['id', 'name', 'name_zh_hant', 'name_zh_hans', 'home_place', 'as_of', 'academic_year'];

/** Whether a key of dataset.yaml is one of the facts about the data set as a whole. */
export function isFact(key: string): boolean {
  return facts.includes(key);
}

/** The steps of an import with what is left to do in each; `asked` is how many facts are to be confirmed. */
export function stepsOf(run: ImportRun, asked: number): Step[] {
  const { report, matches } = run;
  const errors = report?.errors ?? 0;
  const groups = report?.groups ?? [];
  const places = matches?.places?.length ?? 0;
  const names = places + (matches?.institutions?.unmatched ?? 0);
  return [
    { id: 'files', label: 'steps.files', count: run.files?.length ?? 0, todo: false },
    { id: 'facts', label: 'steps.facts', count: asked || null, todo: asked > 0 },
    { id: 'mapping', label: 'steps.mapping', count: null, todo: groups.some((group) => group.severity === 'error' && /column|header/i.test(group.reason)) },
    { id: 'preview', label: 'steps.preview', count: null, todo: false },
    { id: 'problems', label: 'steps.problems', count: errors + (report?.warnings ?? 0) || null, todo: errors > 0 },
    { id: 'names', label: 'steps.names', count: names || null, todo: places > 0 },
    { id: 'changes', label: 'steps.changes', count: null, todo: false },
  ];
}
