import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/meridian', import.meta.url));

/**
 * Starts the built program on a free port for the whole run and stops it at the
 * end. With MERIDIAN_URL set, what runs there is tested instead.
 */
export default async function serve(): Promise<(() => void) | undefined> {
  if (process.env['MERIDIAN_URL']) return undefined;
  const server = spawn(program, ['serve', '--addr', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.env['MERIDIAN_URL'] = await new Promise<string>((found, failed) => {
    let said = '';
    server.on('error', (error) => failed(new Error(`${program} does not start (make build makes it): ${error.message}`)));
    server.on('exit', (code) => failed(new Error(`${program} ended with code ${code}: ${said}`)));
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/[\d.:]+/.exec(said)?.[0];
      if (address) found(address);
    });
  });
  return () => server.kill('SIGTERM');
}
