import type { NewUpload, Upload } from '@/api/types';
import { answer, nothing, openRoute, problem, route } from './http';
import { uuid } from './world';

const quarterMs = 15 * 60 * 1000;

export const uploadRoutes = [
  route('POST', '/api/v1/videos/uploads', async ({ request, user, world }) => {
    const { files } = (await request.json()) as { files: NewUpload[] };
    if (files.length < 1 || files.length > 60) return problem(400, 'validation_failed');
    const uploads = files.map(({ contentType, bytes }): Upload => {
      const id = uuid(world);
      world.uploads.set(id, { user: user.id, bytes: null, contentType, size: bytes });
      return {
        fileUrl: `s3://oddiya-media/uploads/${user.id}/${id}`,
        method: 'PUT',
        url: `${world.address}/stage/store/${id}?expires=${world.now() + quarterMs}`,
        headers: { 'content-type': contentType },
        expiresAt: new Date(world.now() + quarterMs).toISOString(),
      };
    });
    return answer(201, { uploads });
  }),
  // What a bucket does with a presigned request: exactly that type and length, before it expires.
  openRoute('PUT', '/stage/store/{id}', async ({ request, url, path, world }) => {
    const upload = world.uploads.get(path.id ?? '');
    if (!upload || Number(url.searchParams.get('expires')) < world.now()) return nothing(403);
    const bytes = new Uint8Array(await request.arrayBuffer());
    const isAsSigned =
      bytes.length === upload.size && request.headers.get('Content-Type') === upload.contentType;
    if (!isAsSigned) return nothing(403);
    await world.pause();
    upload.bytes = bytes;
    return nothing(200);
  }),
];

/** The id within `s3://bucket/uploads/user/id`. */
export function uploadIdIn(fileUrl: string): string {
  return fileUrl.slice(fileUrl.lastIndexOf('/') + 1);
}
