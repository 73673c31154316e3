/** A photo for whoever may see it, kept by no cache; a 404 where there is none. */
export function photoAnswer(photo: Uint8Array<ArrayBuffer> | undefined): Response {
  if (!photo) throw new Response(null, { status: 404 });
  return new Response(photo, {
    headers: {
      "Content-Type": "image/jpeg",
      "Content-Disposition": "inline",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
