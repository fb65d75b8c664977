/** What was kept in this browser under a name, as JSON gave it; null where nothing was, or nothing that can be read. */
export function readKept(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`meridian.${name}`) ?? 'null');
  } catch {
    return null; // Private windows may refuse storage, and what others wrote there need not be ours.
  }
}

/** Keeps a value in this browser; false where the browser refuses. */
export function keep(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(`meridian.${name}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
