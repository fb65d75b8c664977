import type { ChartPayload, Disclosure } from '../../chart/payload';

/** How small numbers of people are kept back where nobody asks: on pages, in files, and at the least. */
export interface Rules {
  screen: Disclosure;
  files: Disclosure;
  least: Disclosure;
}

const key = 'meridian.files.exact';

/** How files show small numbers of people: the reader's choice, for as long as the window is open. */
class FileRule {
  #exact = $state(kept());

  /** Whether files are asked for with exact numbers: as chosen, else as the data set's owner has it. */
  exact(rules: Rules): boolean {
    return isFree(rules) && (this.#exact ?? rules.files === 'off');
  }

  choose(exact: boolean): void {
    this.#exact = exact;
    try {
      sessionStorage.setItem(key, exact ? '1' : '0');
    } catch {
      // A browser that keeps nothing forgets the choice with the page.
    }
  }

  /** The rule to ask a file by; empty where the choice is what is given anyway. */
  asked(rules: Rules): Disclosure | '' {
    if (this.exact(rules)) return rules.files === 'off' ? '' : 'off';
    return rules.files === 'off' ? 'hesa' : '';
  }
}

/** Whether exact numbers may be had at all. */
export function isFree(rules: Rules): boolean {
  return rules.least === 'off';
}

/** Whether a chart counts people, so that a rule makes a difference to its files. */
export function countsPeople(payload: ChartPayload | null): boolean {
  return payload?.columns?.some((column) => column.people) ?? false;
}

function kept(): boolean | null {
  try {
    const value = sessionStorage.getItem(key);
    return value === null ? null : value === '1';
  } catch {
    return null;
  }
}

/** The one choice of this window. */
export const fileRule = new FileRule();
