// Type-checks every room with its own tsconfig, because each room may see something else.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const rooms = ['src', 'src/platform', 'src/entry', 'sidebar', 'emulator', 'emulator/page', 'bench', 'test'];
const atOnce = 2;

function typeCheck(room) {
  const cache = join('node_modules/.cache/qiantai/types', `${room.replace('/', '-')}.tsbuildinfo`);
  const args = ['node_modules/typescript/bin/tsc', '-p', room, '--incremental', '--tsBuildInfoFile', cache];
  return new Promise((done) => {
    spawn(process.execPath, args, { stdio: 'inherit' }).on('close', done);
  });
}

const waiting = rooms.filter((room) => existsSync(join(room, 'tsconfig.json')));
const failed = [];
async function work() {
  for (let room = waiting.shift(); room !== undefined; room = waiting.shift()) {
    if ((await typeCheck(room)) !== 0) failed.push(room);
  }
}
await Promise.all(Array.from({ length: atOnce }, work));
if (failed.length > 0) console.error(`types: ${failed.join(', ')} failed`);
process.exit(failed.length > 0 ? 1 : 0);
