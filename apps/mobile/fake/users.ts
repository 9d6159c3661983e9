import type { User, UserChange } from '@/api/types';
import { answer, nothing, openRoute, route } from './http';

export const userRoutes = [
  ...(['/users/me', '/api/v1/users/me'] as const).flatMap((path) => [
    route('GET', path, ({ user }) => answer<User>(200, user, { ETag: '"1"' })),
    route('PATCH', path, async ({ request, user, world }) => {
      const wanted = (await request.json()) as UserChange;
      const changed: User = { ...user, ...wanted };
      world.users.set(user.id, changed);
      return answer<User>(200, changed, { ETag: '"2"' });
    }),
    route('DELETE', path, ({ user, world }) => {
      world.users.delete(user.id);
      for (const [token, session] of world.sessions)
        if (session.user === user.id) world.sessions.delete(token);
      for (const [token, owner] of world.refreshes) if (owner === user.id) world.refreshes.delete(token);
      for (const [id, kept] of world.plans) if (kept.user === user.id) world.plans.delete(id);
      for (const [id, kept] of world.films) if (kept.user === user.id) world.films.delete(id);
      return nothing(202);
    }),
    route('GET', `${path}/export`, () => {
      // The end of an empty archive is an archive.
      const empty = new Uint8Array(22);
      empty.set([0x50, 0x4b, 0x05, 0x06]);
      return new Response(empty, { headers: { 'Content-Type': 'application/zip' } });
    }),
    route('PUT', `${path}/devices/{deviceId}`, async ({ request, path: { deviceId }, user, world }) => {
      const device = (await request.json()) as { platform: string; pushToken: string };
      world.devices.set(deviceId ?? '', { user: user.id, ...device });
      return nothing();
    }),
    route('DELETE', `${path}/devices/{deviceId}`, ({ path: { deviceId }, user, world }) => {
      if (world.devices.get(deviceId ?? '')?.user === user.id) world.devices.delete(deviceId ?? '');
      return nothing();
    }),
  ]),
  openRoute('GET', '/openapi.json', () => answer(200, { openapi: '3.1.0' })),
];
