/** A chart that asks for something that does not exist: the payload is at fault, not the program. */
export class ChartError extends Error {
  override name = 'ChartError';
}
