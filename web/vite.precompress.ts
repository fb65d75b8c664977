import { readFile, readdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const textFiles = new Set(['.js', '.css', '.html', '.svg', '.json', '.txt', '.md']);
const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Writes a .br and a .gz beside every text file of the build, so that the server only picks one. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'meridian-precompress',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const files = await readdir(folder, { recursive: true });
      await Promise.all(files.filter((file) => textFiles.has(extname(file))).map((file) => press(join(folder, file))));
    },
  };
}

async function press(file: string): Promise<void> {
  const plain = await readFile(file);
  // Below a packet nothing is won.
  if (plain.length < 1024) return;
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  await writeFile(`${file}.br`, await brotli(plain, { params: quality }));
  await writeFile(`${file}.gz`, await deflate(plain, { level: 9 }));
}
