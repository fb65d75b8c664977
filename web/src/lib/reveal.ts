/** How long a card is kept in view while the page around it still takes its shape. */
const patience = 8000;

/** What tells that the reader has taken over. */
const taken = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Brings an element into view and moves the focus there, as soon as it is on
 * the page, and keeps it in view while what stands above it grows, until the
 * reader moves on. Returns the way to stop.
 */
export function reveal(id: string, page: HTMLElement): () => void {
  let focused = false;

  function show(): void {
    const element = document.getElementById(id);
    if (!element) return;
    element.scrollIntoView({ block: 'start', behavior: 'instant' });
    if (focused) return;
    element.focus({ preventScroll: true });
    // What is still hidden takes no focus: it is offered again.
    focused = document.activeElement === element;
  }

  const grown = new MutationObserver(show);
  const sized = new ResizeObserver(show);
  const timer = setTimeout(stop, patience);
  function stop(): void {
    grown.disconnect();
    sized.disconnect();
    clearTimeout(timer);
    for (const event of taken) removeEventListener(event, stop, { capture: true });
  }

  for (const event of taken) addEventListener(event, stop, { capture: true, passive: true });
  grown.observe(page, { childList: true, subtree: true });
  sized.observe(page);
  show();
  return stop;
}
