import { d, tables, type DataKey } from '../../i18n/data';
import { ApiError } from '../api';
import { settings } from '../state/settings.svelte';
import type { Desk } from './desk.svelte';
import { limits, type Refusal } from './intake';
import type { ImportFile, ImportRun } from './types';

/** A size in bytes as people say it. */
export function sayBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const step = Math.min(units.length - 1, bytes < 1024 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const format = { style: 'unit', unit: units[step] ?? 'byte', unitDisplay: step > 0 ? 'short' : 'long', maximumFractionDigits: step > 1 ? 1 : 0 } as const;
  return new Intl.NumberFormat(settings.locale, format).format(bytes / 1024 ** step);
}

/** A number as people read it. */
export function sayNumber(value: number): string {
  return new Intl.NumberFormat(settings.locale, { maximumFractionDigits: 1 }).format(value);
}

/** A difference with its sign, the minus as long as the plus is wide. */
export function sayDifference(value: number): string {
  const text = new Intl.NumberFormat(settings.locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(value);
  return text.replace('-', '−');
}

/** What a table of the format is called; a table without a name of its own by its file. */
export function sayTable(name: string): string {
  const key = `table.${name}`;
  return key in tables.en ? d(key as DataKey & `table.${string}`) : name;
}

/** What a data set is called in the reader's language. */
export function sayName(set: { name?: string; name_zh_hant?: string; name_zh_hans?: string } | null | undefined): string {
  const own = { en: '', 'zh-Hant': set?.name_zh_hant, 'zh-Hans': set?.name_zh_hans }[settings.lang];
  return own || (set?.name ?? '');
}

/** A file, or a sheet of a workbook. */
export function sayFile(file: Pick<ImportFile, 'name' | 'sheet'>): string {
  return file.sheet ? d('files.sheet', { file: file.name, sheet: file.sheet }) : file.name;
}

/** A day and hour by the habits of the language. */
export function sayMoment(text: string | undefined): string {
  const date = new Date(text ?? '');
  if (Number.isNaN(date.getTime())) return text ?? '';
  return new Intl.DateTimeFormat(settings.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** Why something failed, in the server's words. */
export function sayError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The id under which the server's log tells more; empty where there is none. */
export function errorId(desk: Desk): string {
  const told = desk.run?.error;
  if (desk.error instanceof ApiError) return desk.error.id;
  return typeof told === 'object' ? (told?.id ?? '') : '';
}

/** What to do about a problem: where the server names a file to write in, this page has a step to choose in. */
export function sayRemedy(remedy: string): string {
  return remedy.replace('decide it in decisions.csv', 'choose what it means under Names');
}

/** Why something that was dropped is not read. */
export function sayRefusal({ reason, name, n }: Refusal): string {
  if (reason === 'many') return d('drop.many', { n, most: limits.files });
  if (reason === 'large') return d('drop.large', { size: sayBytes(n), most: sayBytes(limits.bytes) });
  return reason === 'none' ? d('drop.none') : d(`drop.${reason}`, { name });
}

/** Where the work stands, as one sentence. */
export function sayPhase(desk: Desk): string {
  const { run } = desk;
  if (desk.gone) return d('state.gone');
  switch (desk.phase) {
    case 'idle':
      return '';
    case 'uploading':
      return sayUpload(desk);
    case 'reading':
      return sayReading(run);
    case 'ready':
      return desk.dirty ? d('state.dirty') : sayReady(run);
    case 'refused':
      return desk.dirty ? d('state.dirty') : sayRefused(run);
    case 'failed':
      return d('state.failed', { reason: reasonOf(run) || sayError(desk.error) });
    case 'committed':
      return d('state.committed', { name: sayName(run?.dataset) });
    default:
      return d(`state.${desk.phase}`);
  }
}

function sayUpload({ sent }: Desk): string {
  if (sent.total > 0 && sent.bytes >= sent.total) return d('state.uploaded');
  return d('state.uploading', { done: sayBytes(sent.bytes), total: sayBytes(sent.total) });
}

function sayReading(run: ImportRun | null): string {
  const { file = '', rows = 0 } = run?.progress ?? {};
  if (!file) return d('state.uploaded');
  return rows > 0 ? d('state.reading.rows', { file, n: rows }) : d('state.reading', { file });
}

function sayReady(run: ImportRun | null): string {
  const n = run?.report?.warnings ?? 0;
  return n > 0 ? d('state.ready.warn', { n }) : d('state.ready');
}

function sayRefused(run: ImportRun | null): string {
  const reason = reasonOf(run);
  if (reason && !run?.files?.length) return d('state.refused.whole', { reason });
  const errors = run?.report?.errors ?? 0;
  const needs = run?.needs?.length ?? 0;
  if (errors === 0 && needs > 0) return d('state.needs', { n: needs });
  return errors === 0 && reason ? d('state.refused.whole', { reason }) : d('state.refused', { n: errors });
}

function reasonOf(run: ImportRun | null): string {
  const error = run?.error;
  return typeof error === 'string' ? error : (error?.message ?? '');
}
