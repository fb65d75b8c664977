/** How long a page is waited for to become as long as it was, in milliseconds. */
const patience = 4000;

/** How soon a place in the page is kept after the last movement, in milliseconds. */
const settle = 120;

/** What tells that the reader has taken over. */
const taken = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** Keeps in each step of the history how far its page was scrolled. Returns the way to stop. */
export function keepScroll(): () => void {
  history.scrollRestoration = 'manual';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = (): void => {
    clearTimeout(timer);
    const here = location.href;
    timer = setTimeout(() => {
      if (location.href === here) history.replaceState({ ...(history.state as object | null), y: Math.round(scrollY) }, '');
    }, settle);
  };
  addEventListener('scroll', note, { passive: true });
  return () => {
    clearTimeout(timer);
    removeEventListener('scroll', note);
  };
}

/** How far the page of this step of the history was scrolled, in CSS pixels. */
export function keptScroll(): number {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'y' in state && typeof state.y === 'number' ? state.y : 0;
}

/** Scrolls to where the reader was, as soon as the page is long enough again, unless the reader moves first. */
export function returnTo(y: number): void {
  const began = performance.now();
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    for (const event of taken) removeEventListener(event, stop, { capture: true });
  };
  for (const event of taken) addEventListener(event, stop, { capture: true, passive: true });
  const step = (): void => {
    if (stopped) return;
    const there = document.documentElement.scrollHeight - innerHeight >= y - 1;
    if (there) scrollTo({ top: y, behavior: 'instant' });
    if (there || performance.now() - began > patience) stop();
    else requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}
