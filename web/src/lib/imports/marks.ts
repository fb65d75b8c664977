import { columnOf } from './mapping';
import type { FileMapping, ImportFile, ImportReport, Problem, Severity } from './types';

/** The problems of a preview's rows, by row and cell; -1 stands for the row as a whole. */
export type Marks = ReadonlyMap<number, ReadonlyMap<number, Problem[]>>;

/** Finds the very cells of a preview that have problems. */
export function marksOf(file: ImportFile, entry: FileMapping, report: ImportReport | null | undefined): Marks {
  const lines = new Set(file.preview?.lines ?? []);
  const marks = new Map<number, Map<number, Problem[]>>();
  for (const problem of [...(report?.problems ?? []), ...examplesOf(report)]) {
    if (!problem.row || !lines.has(problem.row) || !isIn(problem.file, file)) continue;
    const row = marks.get(problem.row) ?? new Map<number, Problem[]>();
    const at = cellOf(file, entry, problem.column);
    const there = row.get(at) ?? [];
    if (!there.some((one) => one.reason === problem.reason)) row.set(at, [...there, problem]);
    marks.set(problem.row, row);
  }
  return marks;
}

/** The gravest of some problems. */
export function gravest(problems: readonly Problem[]): Severity {
  if (problems.some(({ severity }) => severity === 'error')) return 'error';
  return problems.some(({ severity }) => severity === 'warning') ? 'warning' : 'note';
}

/** Whether a problem's file is this one: by name, or by name and sheet. */
export function isIn(name: string, file: ImportFile): boolean {
  if (name === file.name) return true;
  return file.sheet !== undefined && file.sheet !== '' && name.startsWith(file.name) && name.includes(file.sheet);
}

// A group keeps examples even where the list of single problems ends.
function examplesOf(report: ImportReport | null | undefined): Problem[] {
  return (report?.groups ?? []).flatMap(({ examples, ...group }) => (examples ?? []).map((example) => ({ ...group, ...example })));
}

// Reports name our column or theirs.
function cellOf(file: ImportFile, entry: FileMapping, column: string | undefined): number {
  const header = file.header ?? [];
  if (!column) return -1;
  const theirs = columnOf(entry, file, column).column;
  const at = header.indexOf(theirs ?? column);
  return at >= 0 ? at : header.indexOf(column);
}
