/** A piece of a title: whether it is the finding, and whether a line may break before it. */
export interface Piece {
  text: string;
  marked: boolean;
  breaks: boolean;
}

/**
 * A title cut at its finding and, where it is Chinese, between its words: a
 * browser would break Chinese anywhere, even within a word.
 */
export function cutTitle(parts: readonly [string, string, string], locale: string): Piece[] {
  const title = parts.join('');
  const breaks = new Set(locale.startsWith('zh') ? breaksOf(title, locale) : []);
  const pieces: Piece[] = [];
  let at = 0;
  parts.forEach((part, which) => {
    let from = 0;
    for (let to = 1; to <= part.length; to++) {
      if (to < part.length && !breaks.has(at + to)) continue;
      pieces.push({ text: part.slice(from, to), marked: which === 1, breaks: breaks.has(at + from) });
      from = to;
    }
    at += part.length;
  });
  return pieces;
}

/** Where words begin that stand after Chinese or its punctuation; spaces break by themselves, and no line begins with a mark. */
function breaksOf(title: string, locale: string): number[] {
  const words = [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(title)];
  return words
    .filter(({ index, isWordLike }) => isWordLike && /[\p{Script=Han}，。、；：！？）」》”’]$/u.test(title.slice(0, index)))
    .map(({ index }) => index);
}
