import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { BrokenForm, readParts } from "#app/web/multipart.server.ts";
import { readUpload } from "#app/web/upload.server.ts";
import { bodyOf, inPieces } from "#tests/support/photos.ts";

const TYPE = "multipart/form-data; boundary=mark";

const request = (body: string | Uint8Array, { size = 1, type = TYPE } = {}) =>
  new Request("http://repairs.test/", {
    method: "POST",
    headers: { "Content-Type": type },
    body: bodyOf(inPieces(Buffer.from(body as string), size)),
    duplex: "half",
  });

const part = (disposition: string, content: string) => `--mark\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;

async function allOf(asked: Request) {
  const parts: [string, string | undefined, string][] = [];
  for await (const { name, filename, content } of readParts(asked)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of content) pieces.push(piece);
    parts.push([name, filename, Buffer.concat(pieces).toString("latin1")]);
  }
  return parts;
}

describe("a form with files", () => {
  test.each([1, 2, 3, 7, 64, 100_000])("is the same in pieces of %d bytes", async (size) => {
    const tricky = "\r\n--mar \r\n--\r\n\r\n --mark \r\n-";
    const body = [
      part('name="photos"; filename="a;b=c.jpg"', tricky),
      part('name="photos"; filename=""', ""),
      part('name="photos"; filename="a %22quote%22; name=x"', "x"),
      part('name="done"', "yes"),
      "--mark--\r\n",
    ].join("");
    expect(await allOf(request(body, { size }))).toEqual([
      ["photos", "a;b=c.jpg", tricky],
      ["photos", "", ""],
      ["photos", 'a "quote"; name=x', "x"],
      ["done", undefined, "yes"],
    ]);
  });

  test("written by a browser's own FormData comes back byte for byte", async () => {
    const content = randomBytes(300_000);
    const form = new FormData();
    form.append("photos", new File([content], "Küche 🔧.jpg", { type: "image/jpeg" }));
    form.append("done", "yes");
    const asked = new Request("http://repairs.test/", { method: "POST", body: form });
    expect(await allOf(asked)).toEqual([
      ["photos", "Küche 🔧.jpg", content.toString("latin1")],
      ["done", undefined, "yes"],
    ]);
  });

  test.each([
    ["stops in the middle of a file", part('name="photos"; filename="a.jpg"', "half").slice(0, -4)],
    ["stops after a part", part('name="done"', "yes")],
    ["is empty", ""],
    ["begins with something else", `hello ${part('name="done"', "yes")}--mark--`],
    ["has a part without a name", `${part('filename="a.jpg"', "x")}--mark--`],
    ["has a header without end", `--mark\r\n${"x: y\r\n".repeat(5000)}`],
    ["has parts without end", `${part('name="a"', "x").repeat(500)}--mark--`],
    ["has a mark that goes on", "--market\r\n\r\n"],
  ])("that %s is refused", async (_, body) => {
    await expect(allOf(request(body, { size: 1000 }))).rejects.toThrow(BrokenForm);
    await expect(readUpload(request(body, { size: 1000 }), "photos", passOver)).rejects.toMatchObject({ status: 422 });
  });

  test("without a boundary is read as no form, and refused", async () => {
    await expect(readUpload(request("x", { type: "multipart/form-data" }), "photos", passOver)).rejects.toMatchObject({ status: 422 });
    await expect(readUpload(request("x", { type: "image/jpeg" }), "photos", passOver)).rejects.toMatchObject({ status: 422 });
  });

  test("hands over only the files of its field, and keeps no text longer than any answer", async () => {
    const names: string[] = [];
    const take = async ({ name, pieces }: { name: string; pieces: AsyncIterable<Uint8Array> }) => {
      names.push(name);
      await passOver({ pieces });
    };
    const body = [
      part('name="other"; filename="a.jpg"', "x"),
      part('name="photos"; filename="b.jpg"', "x"),
      part('name="a"', "1"),
      "--mark--",
    ];
    expect(await readUpload(request(body.join("")), "photos", take)).toEqual({ a: "1" });
    expect(names).toEqual(["b.jpg"]);
    const long = `${part('name="a"', "x".repeat(20_000))}--mark--`;
    await expect(readUpload(request(long, { size: 1000 }), "photos", take)).rejects.toMatchObject({ status: 422 });
  });
});

async function passOver({ pieces }: { pieces: AsyncIterable<Uint8Array> }) {
  for await (const _ of pieces);
}
