import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A JSON file of an npm package. */
export const read = (path) => require(path);
