/** What is taken at a time, unless the server was started with another --max-upload; it then says so itself. */
export const limits = { files: 64, bytes: 4 * 1024 ** 3 };

/** What was dropped or chosen, sorted into what it is for. */
export interface Intake {
  files: File[];
  /** The text of dataset.yaml, where one came along. */
  dataset: string | null;
  /** The text of decisions.csv, where one came along. */
  decisions: string | null;
}

/** Why something that was dropped is not read. */
export interface Refusal {
  reason: 'none' | 'unknown' | 'legacy' | 'settings' | 'many' | 'large' | 'twice';
  name: string;
  n: number;
}

const readable = /\.(csv|tsv|txt|xlsx|xlsm|parquet)$/i;
const settings = /\.ya?ml$/i;

/** Sorts files: what is read, and why the rest is not. A folder's own signs (.DS_Store, ~$lock) are passed over. */
export async function takeIn(chosen: readonly File[]): Promise<{ intake: Intake; refusals: Refusal[] }> {
  const intake: Intake = { files: [], dataset: null, decisions: null };
  const refusals: Refusal[] = [];
  for (const file of chosen) {
    if (/^(\.|~\$)|^(thumbs\.db|desktop\.ini|readme(\.\w+)?)$/i.test(file.name)) continue;
    if (/^decisions\.csv$/i.test(file.name)) intake.decisions = await file.text();
    else if (settings.test(file.name) && intake.dataset !== null) refusals.push({ reason: 'settings', name: file.name, n: 0 });
    else if (settings.test(file.name)) intake.dataset = await file.text();
    else if (readable.test(file.name)) intake.files.push(file);
    else refusals.push({ reason: /\.xls$/i.test(file.name) ? 'legacy' : 'unknown', name: file.name, n: 0 });
  }
  refusals.push(...excess(intake.files));
  if (intake.files.length === 0 && refusals.length === 0) refusals.push({ reason: 'none', name: '', n: 0 });
  return { intake, refusals };
}

/** Whether what was refused stops the rest: too much, two of one name, or nothing that is read. */
export function stops(intake: Intake, refusals: readonly Refusal[]): boolean {
  return intake.files.length === 0 || refusals.some(({ reason }) => reason === 'many' || reason === 'large' || reason === 'twice');
}

function excess(files: readonly File[]): Refusal[] {
  const found: Refusal[] = [];
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  if (files.length > limits.files) found.push({ reason: 'many', name: '', n: files.length });
  if (bytes > limits.bytes) found.push({ reason: 'large', name: '', n: bytes });
  const names = files.map((file) => file.name.toLowerCase());
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) found.push({ reason: 'twice', name: twice, n: 0 });
  return found;
}

/** Every file of a drop, those in folders too. */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  // The list empties once the event is over: what is in it is taken first.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = [...data.files];
  if (!entries.some((entry) => entry?.isDirectory)) return plain;
  const found = await Promise.all(entries.map((entry) => (entry ? filesOf(entry, 0) : [])));
  return found.flat();
}

async function filesOf(entry: FileSystemEntry, depth: number): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((found, failed) => (entry as FileSystemFileEntry).file(found, failed))];
  if (depth > 3) return [];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  // A folder is given in portions; an empty one is the end.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((found, failed) => reader.readEntries(found, failed));
    if (portion.length === 0) break;
    inside.push(...portion);
    if (inside.length > 10 * limits.files) break;
  }
  return (await Promise.all(inside.map((one) => filesOf(one, depth + 1)))).flat();
}
