import type { Decision, Matches } from './types';

/** The decisions in force or just taken back, without those of names that are still listed as unknown. */
export function decidedNames(told: readonly Decision[], made: readonly Decision[], matches: Matches): Decision[] {
  const open = new Set([
    ...(matches.places ?? []).map(({ value }) => keyOf('place', value)),
    ...(matches.institutions?.list ?? []).map(({ value }) => keyOf('institution', value)),
  ]);
  // The server's come first: their place in the list stays while they are changed.
  const all = new Map(told.map((one) => [keyOf(one.kind, one.value), one]));
  for (const one of made) all.set(keyOf(one.kind, one.value), all.get(keyOf(one.kind, one.value)) ?? one);
  return [...all].filter(([key]) => !open.has(key)).map(([, one]) => one);
}

const keyOf = (kind: Decision['kind'], value: string): string => `${kind} ${value}`;
