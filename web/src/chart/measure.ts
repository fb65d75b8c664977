/** The width of a line of text in a CSS font, in pixels. */
export type WidthOf = (text: string, font: string) => number;

/** What ECharts asks of its platform for text. */
export type MeasureText = (text: string, font?: string) => { width: number };

const maxWidths = 20_000;

/**
 * Gives ECharts its text widths, on the page and on the server alike. Widths
 * repeat (tick labels, legends), so they are remembered.
 *
 * ECharts takes the width of 国 for the height of a line. That letter is as wide
 * as its font is large; where no font has it, a page would lay its lines closer
 * than the picture that is exported of it. So it is not measured at all.
 *
 * Before wrapping, ECharts measures every ASCII letter, and goes on with a
 * guess when a clock finds that slow. They are measured here, when a font is
 * first met, so that a busy machine breaks lines as an idle one does.
 */
export function measuring(widthOf: WidthOf): MeasureText {
  const widths = new Map<string, number>();
  const measure = (text: string, font: string): number => {
    const key = `${font}\n${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (widths.size >= maxWidths) widths.clear();
      widths.set(key, (width = widthOf(text, font)));
    }
    return width;
  };
  return (text, font = '12px sans-serif') => {
    if (text !== '国') return { width: measure(text, font) };
    for (let code = 0; code < 128; code++) measure(String.fromCharCode(code), font);
    return { width: sizeOf(font) };
  };
}

function sizeOf(font: string): number {
  return Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
}
