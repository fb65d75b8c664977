import type { Intake } from './intake';
import type { DatasetMapping, Decision } from './types';

/** What is on the desk and can be sent again. */
interface Kept {
  files: readonly File[] | null;
  draft: DatasetMapping | null;
  decisions: readonly Decision[];
}

/** What is sent when files are added: settings and decisions as they are on the desk, unless others come along. */
export function sentAgain({ files, draft, decisions }: Kept, more: Intake): Intake {
  return {
    files: merged(files ?? [], more.files),
    dataset: more.dataset ?? (draft && JSON.stringify(draft)),
    decisions: more.decisions ?? (decisions.length ? decisionsText(decisions) : null),
  };
}

/** The files of an import with others added; one of the same name takes the place of the first. */
export function merged(before: readonly File[], more: readonly File[]): File[] {
  const names = new Set(more.map(({ name }) => name.toLowerCase()));
  return [...before.filter(({ name }) => !names.has(name.toLowerCase())), ...more];
}

/** Decisions as the text of decisions.csv. */
export function decisionsText(decisions: readonly Decision[]): string {
  const rows = decisions.map(({ kind, value, target, note = '' }) => [kind, value, target, note].map(quote).join(','));
  return ['kind,value,target,note', ...rows, ''].join('\n');
}

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
