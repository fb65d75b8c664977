import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/meridian', import.meta.url));

/** A program of a test's own, on a port of its own, whose data may be changed. */
export interface Instance {
  url: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it and removes what it kept. */
  close(): Promise<void>;
}

/** Starts the built program; `keep` gives it an empty folder to keep its snapshots in. */
export async function start(options: { keep?: boolean; addr?: string } = {}): Promise<Instance> {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-e2e-'));
  const data = options.keep ? ['--data', folder] : [];
  const server = spawn(program, ['serve', '--addr', options.addr ?? '127.0.0.1:0', ...data], { stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await address(server);
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    server.kill(signal);
    await ended;
  };
  return {
    url,
    kill: () => end('SIGKILL'),
    close: async () => {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function address(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /http:\/\/[\d.:]+/.exec(said)?.[0];
      if (address) found(address);
    };
    server.on('error', (error) => failed(new Error(`${program} does not start (make build makes it): ${error.message}`)));
    server.on('exit', (code) => failed(new Error(`${program} ended with code ${code}: ${said}`)));
    server.stdout?.on('data', hear);
    server.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  });
}
