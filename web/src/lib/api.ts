import type { ChartPayload } from '../chart/payload';
import { queryText } from './state/url';
import type {
  Alliance,
  Catalogue,
  Dimensions,
  Establishment,
  Kpi,
  Metric,
  Milestone,
  Programme,
} from './resources';

/** Name and value pairs of a query. */
export type Query = [string, string][];

/** A request the server refused, in words for people, with the id its log holds. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly id: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** Where the API lives. */
export const root = '/api/v1';

/** How long an answer is shown again without asking: long enough for back and forth, short enough for an import. */
const keepFor = 120_000;
const kept = new Map<string, { at: number; answer: unknown }>();
let era = 0;
let heard: (version: string) => void = () => undefined;

export const getCatalogue = (query: Query, signal: AbortSignal): Promise<Catalogue> =>
  get('/charts', query, signal);
export const getDimensions = (query: Query, signal: AbortSignal): Promise<Dimensions> =>
  get('/dimensions', query, signal);
export const getKpis = (query: Query, signal: AbortSignal): Promise<{ kpis: Kpi[] }> => get('/kpis', query, signal);
export const getChart = (id: string, query: Query, signal: AbortSignal): Promise<ChartPayload> =>
  get(`/charts/${encodeURIComponent(id)}`, query, signal);
export const getMetric = (id: string, query: Query, signal: AbortSignal): Promise<Metric> =>
  get(`/metrics-catalog/${encodeURIComponent(id)}`, query, signal);
export const getAlliances = (query: Query, signal: AbortSignal): Promise<{ alliances: Alliance[] }> =>
  get('/alliances', query, signal);
export const getEstablishments = (query: Query, signal: AbortSignal): Promise<{ establishments: Establishment[] }> =>
  get('/establishments', query, signal);
export const getMilestones = (
  query: Query,
  signal: AbortSignal,
): Promise<{ milestones: Milestone[]; programmes: Programme[] }> => get('/milestones', query, signal);

/** The data set the server has at this moment; its name is in English. */
export const getReady = (): Promise<{ dataset: { version: string; name: string } }> => request('GET', '/readyz');

/** A map's geometry, by the address the catalogue gives: it changes with the map, so the browser may keep it. */
export const getMap = (name: string, address: string | undefined, signal: AbortSignal): Promise<unknown> =>
  ask(address ?? `${root}/maps/${encodeURIComponent(name)}.json`, signal);

/** The address of a chart as a file: png, svg or csv. */
export function chartFile(id: string, format: string, query: Query): string {
  return `${root}/charts/${encodeURIComponent(id)}.${format}${queryText(query)}`;
}

/** Asks for an answer; one given lately is given again. */
export function get<T>(path: string, query: Query, signal: AbortSignal): Promise<T> {
  return ask(root + path + queryText(query), signal);
}

/** Asks for what is true now, or changes something: never answered from what is kept. */
export function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  return request(method, root + path, body);
}

async function request<T>(method: string, url: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const response = await fetch(url, { method, headers, body: body === undefined ? null : JSON.stringify(body), cache: 'no-store' });
  if (!response.ok) throw await failure(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Drops what is kept, and what is still on its way will not be kept: the data has changed. */
export function forget(): void {
  era++;
  kept.clear();
}

/** Tells `listener` of the version of the data that answers were made from. */
export function listenForVersion(listener: (version: string) => void): void {
  heard = listener;
}

async function ask<T>(url: string, signal: AbortSignal): Promise<T> {
  const known = kept.get(url);
  if (known && Date.now() - known.at < keepFor) return known.answer as T;
  const asked = era;
  const response = await fetch(url, { signal, headers: { Accept: 'application/json' } });
  if (!response.ok) throw await failure(response);
  const answer = (await response.json()) as T;
  const { version } = (answer as { dataset?: { version?: string } }).dataset ?? {};
  if (version) heard(version);
  if (asked === era) keep(url, answer);
  return answer;
}

function keep(url: string, answer: unknown): void {
  kept.delete(url);
  kept.set(url, { at: Date.now(), answer });
  const oldest = kept.keys().next().value;
  if (kept.size > 120 && oldest !== undefined) kept.delete(oldest);
}

async function failure(response: Response): Promise<ApiError> {
  try {
    const body = (await response.json()) as { error?: { code?: string; message?: string; id?: string } };
    const { code = 'internal', message = response.statusText, id = '' } = body.error ?? {};
    return new ApiError(message, code, id, response.status);
  } catch {
    // Something before the server answered, a proxy perhaps: its status is all there is.
    return new ApiError(response.statusText || String(response.status), 'internal', '', response.status);
  }
}
