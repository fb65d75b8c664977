import { describe, expect, it } from 'vitest';
import { writeSvg, type SvgNode } from './svg';

const writing = { family: "'Source Sans 3'", baseline: (font: string) => (font.includes('10px') ? 2 : 3), outlines: new Map() };
const root = (...children: SvgNode[]): SvgNode => ({ tag: 'svg', attrs: {}, children });
const text = (attrs: SvgNode['attrs'], content: string) => writeSvg(root({ tag: 'text', attrs, text: content }), writing);

describe('the SVG writer', () => {
  it('gives text its own baseline and leaves out the family of the root', () => {
    expect(text({ 'dominant-baseline': 'central', 'text-anchor': 'start', style: "font-size:10px;font-family:'Source Sans 3';", y: 20, fill: '#000' }, 'a<b & c')).toBe(
      '<text x="0" y="22" fill="#000" font-size="10">a&lt;b &amp; c</text>\n',
    );
  });

  it('reads the font shorthand, keeps another family and rounds halos', () => {
    expect(text({ style: 'font: bold 12px Serif', x: 1.23456, y: 1, stroke: '#fff' }, 'x')).toBe(
      '<text x="1.2346" y="4" stroke="#fff" font-size="12" font-weight="bold" font-family="Serif" stroke-linejoin="round">x</text>\n',
    );
  });

  it('keeps doubled spaces', () => {
    expect(text({ style: 'font-size:10px' }, 'a  b')).toContain('xml:space="preserve"');
  });

  it('drops characters that XML forbids', () => {
    expect(text({ style: 'font-size:10px' }, 'a\u0001\ufffe\uffff\ud800b\t😀<')).toContain('>ab 😀&lt;</text>');
  });

  it('writes definitions first, with ids that do not count charts', () => {
    const svg = writeSvg(
      root(
        { tag: 'path', attrs: { d: 'M0 0', fill: 'url(#zr17-g0)' } },
        { tag: 'defs', attrs: {}, children: [{ tag: 'linearGradient', attrs: { id: 'zr17-g0' }, children: [{ tag: 'stop', attrs: { offset: '0%' } }] }] },
      ),
      writing,
    );
    expect(svg.indexOf('<defs')).toBe(0);
    expect(svg).toContain('id="m-g0"');
    expect(svg).toContain('fill="url(#m-g0)"');
  });

  it('leaves out what paints nothing, but not what clips', () => {
    const nothing: SvgNode = { tag: 'path', attrs: { d: 'M0 0', fill: 'none' } };
    expect(writeSvg(root(nothing, { tag: 'g', attrs: {}, children: [] }), writing)).toBe('');
    expect(writeSvg(root({ tag: 'clipPath', attrs: { id: 'c' }, children: [nothing] }), writing)).toContain('<path');
  });

  it('puts a known outline in place of a box', () => {
    const outlines = new Map([['7', { data: 'M0 0l5 5z', matrix: 'matrix(2 0 0 -2 1 1)', scale: 2 }]]);
    const svg = writeSvg(root({ tag: 'path', key: '7', attrs: { d: 'box', fill: '#eee', stroke: '#fff', 'stroke-width': 3 } }), { ...writing, outlines });
    expect(svg).toBe('<path d="M0 0l5 5z" fill="#eee" stroke="#fff" stroke-width="1.5" transform="matrix(2 0 0 -2 1 1)"/>\n');
  });

  it('keeps the width and the dashes of a line that is drawn on a larger plane', () => {
    const outlines = new Map([['7', { data: 'M0 0l5 5', matrix: 'matrix(0.25 0 0 -0.25 1 1)', scale: 0.25 }]]);
    const line = { d: 'box', fill: 'none', stroke: '#b63811', 'stroke-width': 1, 'stroke-dasharray': '4,3' };
    const svg = writeSvg(root({ tag: 'path', key: '7', attrs: line }), { ...writing, outlines });
    expect(svg).toContain('stroke-width="4" stroke-dasharray="16,12"');
  });
});
