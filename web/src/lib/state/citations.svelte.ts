import { SvelteMap } from 'svelte/reactivity';
import { untrack } from 'svelte';
import type { Source } from '../../chart/payload';

/** The sources of everything that is shown, and how often each is cited. */
const cited = new SvelteMap<string, { source: Source; times: number }>();

/** Lists sources in the footer until the returned function is called. */
export function cite(sources: readonly Source[]): () => void {
  untrack(() => sources.forEach((source) => count(source, 1)));
  return () => untrack(() => sources.forEach((source) => count(source, -1)));
}

/** Every source cited now, by title. */
export function citations(): Source[] {
  return [...cited.values()].map(({ source }) => source).sort((a, b) => a.title.localeCompare(b.title));
}

function count(source: Source, by: number): void {
  const times = (cited.get(source.id)?.times ?? 0) + by;
  if (times > 0) cited.set(source.id, { source, times });
  else cited.delete(source.id);
}
