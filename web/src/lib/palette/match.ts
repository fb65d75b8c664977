/** Text as it is compared: without accents and the difference of cases. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * How well a text answers a word: 0 not at all, 100 where it is that word. Best
 * is the whole, then its beginning, the beginning of a word, any part of it (as
 * Chinese has no gaps between words), and last its letters in order.
 */
export function score(word: string, text: string): number {
  if (word === '') return 1;
  if (text === word) return 100;
  if (text.startsWith(word)) return 85 + short(text);
  const at = text.indexOf(word);
  if (at > 0) return (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !/\p{Script=Han}/u.test(word) ? 50 : 70) + short(text);
  return word.length >= 3 ? inOrder(word, text) : 0;
}

/** How well a thing answers a query: each of its words must be answered by one of the thing's texts. */
export function answers(query: string, texts: readonly string[]): number {
  const words = plain(query).split(/\s+/).filter(Boolean);
  let sum = 0;
  for (const word of words) {
    const best = Math.max(0, ...texts.map((text) => score(word, text)));
    if (best === 0) return 0;
    sum += best;
  }
  return words.length ? sum / words.length : 1;
}

/** Of two that begin alike the shorter is nearer. */
function short(text: string): number {
  return 10 / (1 + text.length / 10);
}

/** Letters in order, close together and beginning at a word: "colab" finds "Collaboration". */
function inOrder(word: string, text: string): number {
  let at = -1;
  let gaps = 0;
  for (const letter of word) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return 0;
    if (at >= 0) gaps += next - at - 1;
    else if (next > 0 && /[\p{L}\p{N}]/u.test(text[next - 1] ?? '')) return 0;
    at = next;
  }
  return gaps > word.length ? 0 : 30 - (20 * gaps) / word.length;
}
