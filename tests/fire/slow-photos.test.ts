import { readFileSync } from "node:fs";
import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { newVisitor, ownForm, send, slugOf, type Visitor, visit, walkTo } from "#tests/support/http-journey.ts";
import { aPhoto, inPieces } from "#tests/support/photos.ts";
import { startServer } from "#tests/support/server-process.ts";

const NEEDED = { postcode: { postcode: "FH1 1AA" } };

/** A picture of a phone: 12 million pixels, some megabytes. */
async function phonePhoto(): Promise<Buffer> {
  const photo = await aPhoto(1000, 750).blur(2).resize(4000, 3000).jpeg({ quality: 97 }).toBuffer();
  expect(photo.length).toBeGreaterThan(1_000_000);
  return photo;
}

async function formWith(photos: Buffer[]): Promise<{ type: string; content: Buffer }> {
  const form = new FormData();
  for (const [at, photo] of photos.entries()) form.append("photos", new File([new Uint8Array(photo)], `${at}.jpg`, { type: "image/jpeg" }));
  form.append("intent", "upload");
  const sent = new Request("http://repairs.test", { method: "POST", body: form });
  return { type: sent.headers.get("content-type") ?? "", content: Buffer.from(await sent.arrayBuffer()) };
}

/** Posts a body a piece at a time, as a slow line does. Answers with the status. */
function dripFeed(visitor: Visitor, path: string, { type, content }: { type: string; content: Buffer }, pieces: number): Promise<number> {
  return new Promise((answered, failed) => {
    const cookie = [...visitor.cookies].map((pair) => pair.join("=")).join("; ");
    const headers = { ...visitor.headers, ...ownForm(visitor), Cookie: cookie, "Content-Type": type, "Content-Length": content.length };
    const post = request(visitor.url + path, { method: "POST", headers }, (answer) => {
      answer.resume();
      answered(answer.statusCode ?? 0);
    });
    post.on("error", failed);
    (async () => {
      for await (const piece of inPieces(content, Math.ceil(content.length / pieces))) {
        post.write(piece);
        await pause(40);
      }
      post.end();
    })().catch(failed);
  });
}

/** The most memory that a process has had, in megabytes. */
const mostMemory = (pid: number) => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

test("photos over slow lines, four people at once, while others go on; and no other page takes as much", async () => {
  const server = await startServer();
  const people = await Promise.all(
    ["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4"].map(async (address) => {
      const visitor = newVisitor(server.url, address);
      return { visitor, page: await walkTo(visitor, "photos", NEEDED) };
    }),
  );
  const form = await formWith([await phonePhoto(), await phonePhoto()]);
  const before = mostMemory(server.pid);
  const sending = Promise.all(people.map(({ visitor, page }) => dripFeed(visitor, page.path, form, 60)));
  let meanwhile = 0;
  let isSent = false;
  const others = (async () => {
    for (; !isSent; meanwhile++) expect((await visit(newVisitor(server.url, "10.0.0.9"), "/")).status).toBe(200);
  })();
  expect(await sending).toEqual([303, 303, 303, 303]);
  isSent = true;
  await others;
  expect(meanwhile).toBeGreaterThan(10);
  process.stdout.write(`Four uploads at once: ${Math.round(before)} MB before, ${Math.round(mostMemory(server.pid))} MB at most\n`);
  expect(mostMemory(server.pid) - before).toBeLessThan(400);
  for (const { visitor, page } of people) expect((await visit(visitor, page.path)).html.match(/app-photos__image/g)).toHaveLength(2);

  const [{ visitor, page } = { visitor: newVisitor(server.url), page: undefined }] = people;
  const elsewhere = page?.path.replace("/photos", "/describe") ?? "";
  const large = await send(visitor, elsewhere, { method: "POST", body: new Uint8Array(2_000_000), headers: ownForm(visitor) });
  expect(large.status).toBe(422);
  expect(slugOf(page ?? large)).toBe("photos");
});
