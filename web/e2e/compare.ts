import type { Page } from 'playwright-core';

/** How alike two pictures are. */
export interface Likeness {
  /** Mean difference of a channel, 0 to 255. */
  difference: number;
  /** Mean structural similarity of the brightness, windows of 8 × 8 pixels; 1 is the same. */
  similarity: number;
  /** The lowest similarity of a square of 48 × 48 pixels: a word that is missing shows here, not in the mean. */
  worst: number;
  /** Where that square is, in pixels. */
  at: [x: number, y: number];
}

/** What to compare of two pictures, in pixels. */
export interface Part {
  /** Moves the second picture down and to the right. */
  shift?: number;
  /** Leaves out what is below. */
  height?: number;
}

/** Compares two PNG files on a page, which only lends its decoder. */
export function compare(page: Page, one: Buffer, other: Buffer, part: Part = {}): Promise<Likeness> {
  return page.evaluate(
    async ({ files, part }) => {
      const [a, b] = (await Promise.all(files.map(read))) as [ImageData, ImageData];
      if (a.width !== b.width || a.height !== b.height) throw new Error(`${a.width} × ${a.height} against ${b.width} × ${b.height}`);
      const [p, q] = [brightness(a), brightness(b)];
      const squares = new Map<string, { sum: number; windows: number; at: [number, number] }>();
      let [sum, windows] = [0, 0];
      for (let y = 0; y + 8 <= a.height; y += 4) {
        for (let x = 0; x + 8 <= a.width; x += 4) {
          const alike = ssim(p, q, y * a.width + x, a.width);
          const at: [number, number] = [Math.floor((x + 4) / 48) * 48, Math.floor((y + 4) / 48) * 48];
          const square = squares.get(String(at)) ?? { sum: 0, windows: 0, at };
          squares.set(String(at), { sum: square.sum + alike, windows: square.windows + 1, at });
          [sum, windows] = [sum + alike, windows + 1];
        }
      }
      // A sliver at the edge is no square.
      const whole = [...squares.values()].filter((square) => square.windows >= 36);
      const lowest = whole.reduce((low, square) => (square.sum / square.windows < low.sum / low.windows ? square : low));
      return { difference: distance(a, b), similarity: sum / windows, worst: lowest.sum / lowest.windows, at: lowest.at };

      async function read(file: string, nth: number): Promise<ImageData> {
        const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${file}`)).blob());
        const height = Math.min(bitmap.height, part.height ?? bitmap.height);
        const context = new OffscreenCanvas(bitmap.width, height).getContext('2d')!;
        context.drawImage(bitmap, 0, 0);
        if (nth === 1 && part.shift) context.drawImage(bitmap, part.shift, part.shift);
        return context.getImageData(0, 0, bitmap.width, height);
      }

      function brightness({ data, width, height }: ImageData): Float32Array {
        return Float32Array.from({ length: width * height }, (_, i) => 0.2126 * data[4 * i]! + 0.7152 * data[4 * i + 1]! + 0.0722 * data[4 * i + 2]!);
      }

      function distance({ data: a }: ImageData, { data: b }: ImageData): number {
        return a.reduce((sum, value, at) => sum + Math.abs(value - b[at]!), 0) / a.length;
      }

      /** Structural similarity of one window, with the usual constants, (0.01 × 255)² and (0.03 × 255)². */
      function ssim(p: Float32Array, q: Float32Array, from: number, width: number): number {
        let [ma, mb, aa, bb, ab] = [0, 0, 0, 0, 0];
        for (let i = 0; i < 64; i++) {
          const at = from + (i >> 3) * width + (i & 7);
          const [v, w] = [p[at]!, q[at]!];
          ma += v / 64;
          mb += w / 64;
          aa += (v * v) / 64;
          bb += (w * w) / 64;
          ab += (v * w) / 64;
        }
        const spread = aa - ma * ma + bb - mb * mb;
        return ((2 * ma * mb + 6.5025) * (2 * (ab - ma * mb) + 58.5225)) / ((ma * ma + mb * mb + 6.5025) * (spread + 58.5225));
      }
    },
    { files: [one.toString('base64'), other.toString('base64')], part },
  );
}
