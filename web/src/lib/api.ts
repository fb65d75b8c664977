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

const root = '/api/v1';

/** How long an answer is shown again without asking: long enough for back and forth, short enough for an import. */
const keepFor = 120_000;
const kept = new Map<string, { at: number; answer: unknown }>();

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

/** A map's geometry, by the address the catalogue gives: it changes with the map, so the browser may keep it. */
export const getMap = (name: string, address: string | undefined, signal: AbortSignal): Promise<unknown> =>
  ask(address ?? `${root}/maps/${encodeURIComponent(name)}.json`, signal);

/** The address of a chart as a file: png, svg or csv. */
export function chartFile(id: string, format: string, query: Query): string {
  return `${root}/charts/${encodeURIComponent(id)}.${format}${queryText(query)}`;
}

function get<T>(path: string, query: Query, signal: AbortSignal): Promise<T> {
  return ask(root + path + queryText(query), signal);
}

async function ask<T>(url: string, signal: AbortSignal): Promise<T> {
  const known = kept.get(url);
  if (known && Date.now() - known.at < keepFor) return known.answer as T;
  const response = await fetch(url, { signal, headers: { Accept: 'application/json' } });
  if (!response.ok) throw await failure(response);
  const answer = (await response.json()) as T;
  keep(url, answer);
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
