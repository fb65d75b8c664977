const gap = 6;
const margin = 8;

/** Places a panel under its button, or what else has a place, above where there is no room, and always inside the window. */
export function placeBeside(panel: HTMLElement, button: Pick<Element, 'getBoundingClientRect'>, align: 'start' | 'end'): void {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const left = align === 'start' ? at.left : at.right - width;
  const below = at.bottom + gap;
  const above = at.top - gap - height;
  const top = below + height > innerHeight - margin && above >= margin ? above : below;
  panel.style.left = `${Math.max(margin, Math.min(left, document.documentElement.clientWidth - width - margin))}px`;
  panel.style.top = `${Math.max(margin, Math.min(top, innerHeight - height - margin))}px`;
}
