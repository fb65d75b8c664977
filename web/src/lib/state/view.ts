/** A page with its filters, under a name the reader gave it. */
export interface View {
  name: string;
  /** Path and query, without language and theme: a view is read in those of the reader. */
  address: string;
}

/** The views in what was kept; anything else in it is left out. */
export function viewsIn(kept: unknown): View[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one: unknown) => {
    const { name, address } = (typeof one === 'object' && one !== null ? one : {}) as Partial<Record<keyof View, unknown>>;
    const whole = typeof name === 'string' && name !== '' && typeof address === 'string' && /^\/(?!\/)/.test(address);
    return whole ? [{ name, address }] : [];
  });
}
