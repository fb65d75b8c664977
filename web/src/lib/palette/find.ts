import { answers, plain } from './match';
import { groups, type Group, type Item } from './items';

/** A part of what was found, under its heading. */
export interface Found {
  group: Group;
  items: Item[];
}

/** Of one kind at most so many are listed. */
const mostOfAKind = 6;
const mostRecent = 5;

/** What is offered before anything is typed: what was used lately, the views, the pages and the actions. */
export function offered(items: readonly Item[], recent: readonly string[]): Found[] {
  const used = recent.flatMap((id) => items.filter((item) => item.id === id)).slice(0, mostRecent);
  const rest = items.filter((item) => /^(views|pages|actions)$/.test(item.group));
  return [{ group: 'recent' as const, items: used }, ...grouped(rest, 20)].filter((found) => found.items.length > 0);
}

/** What answers a query, the kind with the best answer first, within it the best first and what was used lately before its equals. */
export function find(query: string, items: readonly Item[], recent: readonly string[]): Found[] {
  const scored = items
    .map((item) => ({ item, score: answers(query, [item.label, ...item.also].map(plain)) + (recent.includes(item.id) ? 5 : 0) }))
    .filter(({ item, score }) => score > (recent.includes(item.id) ? 5 : 0))
    .sort((one, other) => other.score - one.score);
  const best = new Map<Group, number>();
  for (const { item, score } of scored) if (!best.has(item.group)) best.set(item.group, score);
  const found = grouped(scored.map(({ item }) => item), mostOfAKind);
  return found.sort((one, other) => (best.get(other.group) ?? 0) - (best.get(one.group) ?? 0));
}

function grouped(items: readonly Item[], most: number): Found[] {
  return groups.map((group) => ({ group, items: items.filter((item) => item.group === group).slice(0, most) })).filter((found) => found.items.length > 0);
}
