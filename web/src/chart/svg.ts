/**
 * Writes the SVG tree of ECharts' painter as text. ECharts has a writer of its
 * own; this one gives the same picture with smaller files that are the same
 * every time: ids do not count charts, text carries its baseline instead of
 * `dominant-baseline` (which office programs ignore), and the font family
 * stands once on the root.
 */

/** A node of the painter's tree. */
export interface SvgNode {
  tag: string;
  attrs: Record<string, string | number | boolean | null | undefined>;
  children?: SvgNode[];
  text?: string;
  key?: string;
}

/** Path data to write in place of what an element holds, and how it lies in the picture. */
export interface Replacement {
  data: string;
  matrix: string;
  scale: number;
}

/** What writing needs to know beside the tree. */
export interface Writing {
  /** The font family of the root, which text need not repeat. */
  family: string;
  baseline: Baseline;
  /** Elements whose outline is known better, by id. */
  outlines: ReadonlyMap<string, Replacement>;
}

/** How far below the middle of a line its baseline lies, in pixels, for a CSS font. */
export type Baseline = (font: string) => number;

/** Writes what is inside the root element. */
export function writeSvg(root: SvgNode, writing: Writing): string {
  const out: string[] = [];
  const children = root.children ?? [];
  // Definitions first: whoever reads the picture once from the top knows them in time.
  for (const child of children) if (child.tag === 'defs') write(child, writing, out);
  for (const child of children) if (child.tag !== 'defs') write(child, writing, out);
  return out.join('');
}

const dropped = new Set(['pointer-events', 'dominant-baseline', 'xml:space', 'style', 'class']);

function write(node: SvgNode, writing: Writing, out: string[], inside = ''): void {
  // What a clip is made of counts by its shape, painted or not.
  if (node.tag === 'style' || (inside !== 'clipPath' && isNothing(node))) return;
  out.push('<', node.tag);
  const attrs = attrsOf(node, writing);
  for (const key in attrs) {
    const value = attrs[key];
    if (value === false || value === null || value === undefined || dropped.has(key)) continue;
    if (key.startsWith('ecmeta_')) continue;
    out.push(' ', key, '="', attribute(value), '"');
  }
  if (node.tag === 'text' && /^\s|\s$|\s\s/.test(node.text ?? '')) out.push(' xml:space="preserve"');
  const children = node.children ?? [];
  if (children.length === 0 && !node.text) {
    out.push('/>\n');
    return;
  }
  out.push('>');
  if (node.text) out.push(escape(node.text));
  if (children.length > 0) out.push('\n');
  for (const child of children) write(child, writing, out, node.tag);
  out.push('</', node.tag, '>\n');
}

function attrsOf(node: SvgNode, { family, baseline, outlines }: Writing): SvgNode['attrs'] {
  if (node.tag === 'text') return textAttrs(node.attrs, family, baseline);
  const outline = node.key === undefined ? undefined : outlines.get(node.key);
  if (!outline) return node.attrs;
  const { stroke, transform } = node.attrs;
  const attrs: SvgNode['attrs'] = { ...node.attrs, d: outline.data, transform: transform ? `${transform} ${outline.matrix}` : outline.matrix };
  if (stroke && stroke !== 'none') {
    attrs['stroke-width'] = Number(node.attrs['stroke-width'] ?? 1) / outline.scale;
    for (const key of ['stroke-dasharray', 'stroke-dashoffset']) if (attrs[key]) attrs[key] = enlarge(attrs[key], 1 / outline.scale);
  }
  return attrs;
}

/** A list of lengths, each times a factor. */
function enlarge(lengths: unknown, factor: number): string {
  return String(lengths).split(/[\s,]+/).map((length) => attribute(Number(length) * factor)).join(',');
}

/** Shapes that paint nothing: no fill, no stroke; and groups left empty. */
function isNothing({ tag, attrs, children }: SvgNode): boolean {
  if (tag === 'g' || tag === 'defs') return (children ?? []).length === 0;
  if (tag === 'path' && attrs['d'] === '') return true;
  const painted = (key: string) => attrs[key] !== undefined && attrs[key] !== 'none' && attrs[`${key}-opacity`] !== 0;
  const shape = tag === 'path' || tag === 'circle' || tag === 'polyline' || tag === 'polygon' || tag === 'rect';
  return shape && 'fill' in attrs && !painted('fill') && !painted('stroke') && !attrs['filter'];
}

function textAttrs(attrs: SvgNode['attrs'], family: string, baseline: Baseline): SvgNode['attrs'] {
  const { style, x, y, ...rest } = attrs;
  const font = readFont(String(style ?? ''));
  const drop = baseline(`${font.weight} ${font.size}px ${font.family}`);
  const placed: SvgNode['attrs'] = { x: Number(x ?? 0), y: Number(y ?? 0) + drop, ...rest };
  if (placed['text-anchor'] === 'start') delete placed['text-anchor'];
  placed['font-size'] = font.size;
  if (font.weight !== 'normal' && font.weight !== '400') placed['font-weight'] = font.weight;
  if (font.style) placed['font-style'] = font.style;
  if (font.family !== family) placed['font-family'] = font.family;
  // A halo is meant to be soft: pointed joins would stick out of the letters.
  if (placed['stroke']) placed['stroke-linejoin'] = 'round';
  return placed;
}

interface Font {
  size: number;
  family: string;
  weight: string;
  style: string;
}

/** Reads what ECharts writes: separate declarations, or the `font` shorthand. */
function readFont(style: string): Font {
  const shorthand = /^font:\s*(.*?)([\d.]+)px\s+(.*)$/.exec(style);
  if (shorthand) {
    const words = (shorthand[1] ?? '').split(/\s+/);
    return {
      size: Number(shorthand[2]),
      family: shorthand[3] ?? '',
      weight: words.find((word) => /^(bold|bolder|[1-9]00)$/.test(word)) ?? 'normal',
      style: words.includes('italic') ? 'italic' : '',
    };
  }
  const value = (name: string) => new RegExp(`(?:^|;)${name}:([^;]*)`).exec(style)?.[1] ?? '';
  return {
    size: parseFloat(value('font-size')) || 12,
    family: value('font-family'),
    weight: value('font-weight') || 'normal',
    style: value('font-style'),
  };
}

function attribute(value: string | number | boolean): string {
  if (typeof value === 'number') return String(Math.round(value * 1e4) / 1e4);
  return escape(String(value).replace(/\bzr\d+-/g, 'm-')).replace(/"/g, '&quot;');
}

/** Drops what XML 1.0 has no place for: control characters, halves of characters, U+FFFE and U+FFFF. */
function escape(text: string): string {
  const allowed = text.replace(/[\t\n\r]/g, ' ').replace(/[\u0000-\u001f\ufffe\uffff]|\p{Cs}/gu, '');
  return allowed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
