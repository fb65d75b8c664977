import type { ColumnMapping, DatasetMapping, FileMapping, FormatColumn, FormatTable, Guess, ImportFile } from './types';

/** Where one of our columns comes from, for a reader to see and change. */
export type Origin = 'absent' | 'column' | 'constant' | 'count';

/** The table a file that is left out fills. */
export const leftOut = 'none';

/** Whether an entry of the settings is about a file. */
function isAbout(entry: FileMapping, file: ImportFile): boolean {
  return entry.file === file.name && (entry.sheet ?? '') === (file.sheet ?? '');
}

/** How a file is mapped: its entry, or for a file in our own format the entry that says the same. */
export function mappingOf(dataset: DatasetMapping | null, file: ImportFile): FileMapping {
  const entries = dataset?.files ?? [];
  const known = entries.find((entry) => isAbout(entry, file)) ?? entries.find((entry) => entry.file === file.name && !entry.sheet);
  if (known) return known;
  const plain: FileMapping = { file: file.name, table: file.table ?? '' };
  return file.sheet ? { ...plain, sheet: file.sheet } : plain;
}

/** The settings with another entry for a file. */
export function withMapping(dataset: DatasetMapping, file: ImportFile, entry: FileMapping): DatasetMapping {
  const before = mappingOf(dataset, file);
  const files = dataset.files ?? [];
  return { ...dataset, files: files.includes(before) ? files.map((one) => (one === before ? entry : one)) : [...files, entry] };
}

/** The long form of a column's mapping; a column nobody mapped is found by its name. */
export function columnOf(entry: FileMapping, file: ImportFile, ours: string): ColumnMapping {
  const given = entry.columns?.[ours];
  if (typeof given === 'string') return { column: given };
  if (given) return given;
  const same = sameName(file, ours);
  return same && !entry.ignore?.includes(same) ? { column: same } : {};
}

/** Where a column's values come from. */
export function originOf(entry: FileMapping, file: ImportFile, ours: string): Origin {
  if (entry.count_rows === ours) return 'count';
  const { column, constant } = columnOf(entry, file, ours);
  if (column) return 'column';
  return constant === undefined ? 'absent' : 'constant';
}

/** The entry with our column taken from theirs; what was said about its values stays. */
export function takeColumn(entry: FileMapping, file: ImportFile, ours: string, theirs: string): FileMapping {
  const { values, lookup } = columnOf(entry, file, ours);
  const mapping: ColumnMapping = { column: theirs, ...(values && { values }), ...(lookup && { lookup }) };
  const ignore = entry.ignore?.filter((name) => name !== theirs) ?? [];
  return tidy({ ...without(entry, ours), columns: { ...entry.columns, [ours]: mapping }, ignore });
}

/** The entry with the same value of our column in every row. */
export function takeConstant(entry: FileMapping, ours: string, constant: string): FileMapping {
  return tidy({ ...without(entry, ours), columns: { ...entry.columns, [ours]: { constant } } });
}

/** The entry without our column; theirs of the same name is then left out, or it would be found again. */
export function takeNothing(entry: FileMapping, file: ImportFile, ours: string): FileMapping {
  const bare = without(entry, ours);
  const same = sameName(file, ours);
  return tidy(same ? { ...bare, ignore: [...new Set([...(bare.ignore ?? []), same])] } : bare);
}

/** The entry in which one row is one person, added up into our column. */
export function countInto(entry: FileMapping, ours: string): FileMapping {
  return tidy({ ...without(entry, ours), count_rows: ours });
}

/** The entry with one of their values translated; an empty meaning takes the translation away. */
export function translate(entry: FileMapping, file: ImportFile, ours: string, theirs: string, meaning: string): FileMapping {
  const mapping = columnOf(entry, file, ours);
  const values = Object.fromEntries(Object.entries(mapping.values ?? {}).filter(([value]) => value !== theirs));
  if (meaning !== '') values[theirs] = meaning;
  const rest: ColumnMapping = { ...mapping };
  delete rest.values;
  const changed = Object.keys(values).length ? { ...rest, values } : rest;
  return tidy({ ...entry, columns: { ...entry.columns, [ours]: changed } });
}

/** Their columns that fill none of ours. */
export function unusedColumns(entry: FileMapping, file: ImportFile, columns: readonly FormatColumn[]): string[] {
  const used = new Set(columns.map(({ name }) => columnOf(entry, file, name).column));
  return (file.header ?? []).filter((name) => name !== '' && !used.has(name));
}

/** The columns worth showing first: required ones and those that are filled. */
export function shownColumns(entry: FileMapping, file: ImportFile, table: FormatTable | undefined): FormatColumn[] {
  return (table?.columns ?? []).filter((column) => column.required || originOf(entry, file, column.name) !== 'absent');
}

/** The first different values of one of their columns, as the preview has them. */
export function samples(file: ImportFile, theirs: string | undefined, most: number): string[] {
  const at = (file.header ?? []).indexOf(theirs ?? '');
  if (at < 0) return [];
  const values = (file.preview?.rows ?? []).map((row) => (row[at] ?? '').trim()).filter((value) => value !== '');
  return [...new Set(values)].slice(0, most);
}

/** What was guessed about a file as a whole, or about our column in it as long as theirs is the one that was guessed. */
export function guessesOf(guesses: readonly Guess[], file: ImportFile, ours = '', theirs = ''): Guess[] {
  const here = guesses.filter((guess) => guess.file === file.name && (!guess.sheet || guess.sheet === file.sheet));
  return here.filter(({ column = '', from = '' }) => column === ours && (!theirs || !from || from === theirs));
}

/** How sure a guess is, in three steps. */
export function certaintyOf({ certainty }: Guess): 'high' | 'middle' | 'low' {
  if (certainty >= 0.9) return 'high';
  return certainty >= 0.6 ? 'middle' : 'low';
}

function sameName(file: ImportFile, ours: string): string | undefined {
  return (file.header ?? []).find((name) => name.toLowerCase() === ours);
}

function without(entry: FileMapping, ours: string): FileMapping {
  const columns = Object.fromEntries(Object.entries(entry.columns ?? {}).filter(([name]) => name !== ours));
  const rest: FileMapping = { ...entry, columns };
  if (entry.count_rows === ours) delete rest.count_rows;
  return rest;
}

function tidy(entry: FileMapping): FileMapping {
  const rest = { ...entry };
  if (rest.ignore?.length === 0) delete rest.ignore;
  if (rest.columns && Object.keys(rest.columns).length === 0) delete rest.columns;
  return rest;
}
