import type { Socket } from 'node:net';
import type { HttpApp } from '../routing/types.ts';

/**
 * Browsers open connections in advance and say nothing on them yet. Node does not count those as idle and would keep
 * the server from closing for as long as they stay.
 */
export function closeSilentConnections(app: HttpApp): void {
  const sockets = new Set<Socket>();
  app.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  app.addHook('preClose', async () => {
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  });
}
