import { t } from '../i18n';
import { announcer } from './state/announcer.svelte';
import { place } from './state/location.svelte';
import { settings } from './state/settings.svelte';
import { formatAddress } from './state/url';

/** Copies the address of what is shown, or of one chart of it. It names its language, so that it reads the same for whoever gets it. */
export async function copyAddress(chart = ''): Promise<void> {
  const url = addressToShare(chart);
  announcer.say((await copied(url)) ? t('data.copied') : t('data.copy.failed', { url }));
}

/** The whole address of what is shown, or of one chart of it, in the language it is read in. */
export function addressToShare(chart = place.current.chart): string {
  return location.origin + formatAddress({ ...place.current, chart, lang: settings.lang });
}

/** Copies a text; false where the browser refuses. Browsers give the clipboard to secure pages only; on a plain http address a selection is copied instead. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const focused = document.activeElement;
  const field = Object.assign(document.createElement('textarea'), { value: text, className: 'quiet' });
  // Beside what has focus: nothing outside a dialog, or an element in full screen, can be selected.
  (document.querySelector('dialog[open]') ?? document.fullscreenElement ?? document.body).append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
