import { leftOut } from './mapping';
import type { FileCount, ImportFile } from './types';

/** What became of the rows of a file, or of one sheet of it; nothing when it is left out. */
export function countOf(counts: readonly FileCount[], file: ImportFile): FileCount | undefined {
  if (!file.table || file.table === leftOut) return undefined;
  const here = counts.filter((one) => one.file === file.name && (!one.table || one.table === file.table));
  // Where the settings name no sheet, the report need not either.
  return here.find((one) => (one.sheet ?? '') === (file.sheet ?? '')) ?? here.find((one) => !one.sheet);
}
