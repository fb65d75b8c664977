import { ApiError, get, root, send, type Query } from '../api';
import type { Metric } from '../resources';
import { settings } from '../state/settings.svelte';
import { queryText } from '../state/url';
import type { ImportChange, ImportFormat, ImportRun } from './types';
import type { Changes, Provenance, SnapshotList } from './versions';
import type { Intake } from './intake';

const path = (id: string): string => `/imports/${encodeURIComponent(id)}`;
/** What changes is told in the reader's language. */
const inLanguage = (): string => queryText([['lang', settings.lang]]);

export const getImport = (id: string): Promise<ImportRun> => send('GET', path(id) + inLanguage());
export const changeImport = (id: string, change: ImportChange): Promise<ImportRun> => send('PUT', path(id) + inLanguage(), change);
export const dropImport = (id: string): Promise<void> => send('DELETE', path(id));
export const getFormat = (signal: AbortSignal): Promise<ImportFormat> => get('/import-format', [], signal);
export const getSnapshots = (): Promise<SnapshotList> => send('GET', '/snapshots' + inLanguage());
export const activate = (version: string): Promise<unknown> => send('POST', `/snapshots/${encodeURIComponent(version)}/activate`);
export const getChanges = (version: string, against: string): Promise<Changes> =>
  send('GET', `/snapshots/${encodeURIComponent(version)}/changes` + queryText([['against', against], ['lang', settings.lang]]));
export const getMetrics = (query: Query, signal: AbortSignal): Promise<{ metrics: Metric[] }> => get('/metrics-catalog', query, signal);
export const getProvenance = (query: Query, signal: AbortSignal): Promise<Provenance> => get('/provenance', query, signal);

/** The address of an import's report as a file. */
export function reportFile(id: string, format: 'csv' | 'html' | 'json'): string {
  return `${root}${path(id)}/report.${format}`;
}

/** An upload under way: its answer, and the way to stop it. */
export interface Upload {
  answer: Promise<ImportRun>;
  stop(): void;
}

/**
 * Sends files to be read; nothing is committed. `progress` hears how many bytes
 * are on their way. A fetch cannot tell that, so this is the older request.
 */
export function upload(intake: Intake, progress: (sent: number, total: number) => void): Upload {
  const form = new FormData();
  for (const file of intake.files) form.append('files', file, file.name);
  for (const part of ['dataset', 'decisions'] as const) {
    if (intake[part] !== null) form.append(part, intake[part]);
  }
  const request = new XMLHttpRequest();
  const answer = new Promise<ImportRun>((found, failed) => {
    request.upload.addEventListener('progress', (event) => progress(event.loaded, event.total));
    request.addEventListener('load', () => {
      if (request.status < 300) found(JSON.parse(request.responseText) as ImportRun);
      else failed(refusal(request));
    });
    request.addEventListener('error', () => failed(new TypeError('the server does not answer')));
    request.addEventListener('abort', () => failed(new DOMException('stopped', 'AbortError')));
  });
  request.open('POST', root + '/imports' + inLanguage());
  request.setRequestHeader('Accept', 'application/json');
  request.send(form);
  return { answer, stop: () => request.abort() };
}

function refusal(request: XMLHttpRequest): ApiError {
  try {
    const { error } = JSON.parse(request.responseText) as { error?: { code?: string; message?: string; id?: string } };
    return new ApiError(error?.message ?? request.statusText, error?.code ?? 'internal', error?.id ?? '', request.status);
  } catch {
    return new ApiError(request.statusText || String(request.status), 'internal', '', request.status);
  }
}
