/** The width of a line of text in a CSS font, in pixels. */
export type WidthOf = (text: string, font: string) => number;

/** What ECharts asks of its platform for text. */
export type MeasureText = (text: string, font?: string) => { width: number };

const maxWidths = 20_000;

/** Chinese letters and signs: each is as wide as its font is large. */
const square = /[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\u{20000}-\u{323af}]/gu;

/**
 * Gives ECharts its text widths, on the page and on the server alike. Widths
 * repeat (tick labels, legends), so they are remembered.
 *
 * Chinese letters are counted, not measured. ECharts takes the width of 国 for
 * the height of a line: where no font has that letter, or its font is still on
 * the way, a page would lay its lines otherwise than the picture exported of it.
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
      widths.set(key, (width = sum(text, font, widthOf)));
    }
    return width;
  };
  return (text, font = '12px sans-serif') => {
    if (text === '国') for (let code = 0; code < 128; code++) measure(String.fromCharCode(code), font);
    return { width: measure(text, font) };
  };
}

function sum(text: string, font: string, widthOf: WidthOf): number {
  const runs = text.split(square);
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
  return runs.reduce((width, run) => (run ? width + widthOf(run, font) : width), (runs.length - 1) * size);
}

/** Measures on a canvas that is never shown. */
export function canvasWidths(): WidthOf {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('this browser gives no canvas to draw charts on');
  return (text, font) => {
    context.font = font;
    return context.measureText(text).width;
  };
}
