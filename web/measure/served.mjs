// The Meridian that is measured: the one at MERIDIAN_URL, or the built program with the default data set.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The pages that are measured; a profile stands for all of its kind. */
export const pages = [
  '/', '/collaboration', '/mobility', '/alliances', '/mainland', '/places', '/places/DE', '/partners', '/partners/tudelft', '/board', '/data',
];

/** Where Meridian answers, and how to stop it. */
export async function served() {
  if (process.env.MERIDIAN_URL) return { url: process.env.MERIDIAN_URL.replace(/\/$/, ''), stop: () => undefined };
  const program = fileURLToPath(new URL('../../bin/meridian', import.meta.url));
  const server = spawn(program, ['serve', '--addr', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((found, failed) => {
    let said = '';
    server.on('error', (error) => failed(new Error(`${program} does not start (make build makes it): ${error.message}`)));
    server.stdout.on('data', (chunk) => {
      said += chunk;
      const address = /http:\/\/[\d.:]+/.exec(said)?.[0];
      if (address) found(address);
    });
  });
  return { url, stop: () => server.kill('SIGTERM') };
}
