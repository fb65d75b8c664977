import type { ECharts } from './echarts';

/** The room a chart has on A4 between the margins that print.css sets; two cards stand on a page. */
const room = { width: 636, height: 280 };

/** A printed canvas would be as coarse as the screen. */
const sharpness = 3;

/**
 * Puts a still of a chart into its element while the page is printed. Paper has
 * its own width and waits for no second layout, so the still is made at once.
 * Returns the way to stop.
 */
export function standInOnPaper(element: HTMLElement, current: () => ECharts | null): () => void {
  const still = Object.assign(new Image(room.width), { className: 'chart-still', alt: '' });

  function put(): void {
    const chart = current();
    if (!chart) return;
    chart.resize({ width: room.width, height: Math.min(chart.getHeight(), room.height) });
    chart.getZr().flush();
    const backgroundColor = getComputedStyle(element).getPropertyValue('--surface');
    still.src = chart.getDataURL({ pixelRatio: sharpness, backgroundColor });
    element.append(still);
  }

  function take(): void {
    still.remove();
    // A size once given stays until it is taken back.
    current()?.resize({ width: 'auto', height: 'auto' });
  }

  addEventListener('beforeprint', put);
  addEventListener('afterprint', take);
  return () => {
    removeEventListener('beforeprint', put);
    removeEventListener('afterprint', take);
  };
}
