import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readUpload, type SentFile } from "#app/web/upload.server.ts";
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

async function upload(asked: Request) {
  const files: [string, string][] = [];
  const form = await readUpload(asked, "photos", async ({ name, pieces }) => {
    const all: Uint8Array[] = [];
    for await (const piece of pieces) all.push(piece);
    files.push([name, Buffer.concat(all).toString("latin1")]);
  });
  return { form, files };
}

describe("a form with files", () => {
  test.each([1, 2, 3, 7, 64, 100_000])("is the same in pieces of %d bytes", async (size) => {
    const tricky = "\r\n--mar \r\n--\r\n\r\n --mark \r\n-";
    const body = [
      part('name="photos"; filename="a;b=c.jpg"', tricky),
      part('name="photos"; filename="a %22quote%22; name=x"', "x"),
      part('name="other"; filename="c.jpg"', "x"),
      part('name="done"', "yes"),
      part('name="needs"', "a\0"),
      part('name="needs"', "b"),
      "--mark--\r\n",
    ].join("");
    expect(await upload(request(body, { size }))).toEqual({
      form: { done: "yes", needs: ["a", "b"] },
      files: [
        ["a;b=c.jpg", tricky],
        ['a "quote"; name=x', "x"],
      ],
    });
  });

  test("written by a browser's own FormData comes back byte for byte", async () => {
    const content = randomBytes(300_000);
    const form = new FormData();
    form.append("photos", new File([content], "Küche 🔧.jpg", { type: "image/jpeg" }));
    form.append("photos", new File([], "", { type: "application/octet-stream" }));
    form.append("done", "yes");
    expect(await upload(new Request("http://repairs.test/", { method: "POST", body: form }))).toEqual({
      form: { done: "yes" },
      files: [["Küche 🔧.jpg", content.toString("latin1")]],
    });
  });

  test.each([
    ["stops in the middle of a file", part('name="photos"; filename="a.jpg"', "half").slice(0, -4)],
    ["stops in the middle of a large file", part('name="photos"; filename="a.jpg"', "half".repeat(100_000))],
    ["stops in the middle of a file nobody asked for", part('name="other"; filename="a.jpg"', "half").slice(0, -4)],
    ["stops after a part", part('name="done"', "yes")],
    ["stops in the middle of a header", '--mark\r\nContent-Disposition: form-data; name="photos"; filename="a.jpg"\r\n'],
    ["is empty", ""],
    ["has no mark", "hello"],
    ["has a header without end", `--mark\r\n${"x: y\r\n".repeat(5000)}`],
    ["has parts without end", part('name="a"', "x").repeat(500)],
    ["has more parts than any form", `${part('name="a"', "x").repeat(101)}--mark--`],
    ["has more text than any answer", `${part('name="a"', "x".repeat(20_000))}--mark--`],
    ["has another mark", "--market\r\n\r\n"],
  ])("that %s is refused", async (_, body) => {
    await expect(upload(request(body, { size: 1000 }))).rejects.toMatchObject({ status: 422 });
    await expect(upload(request(body, { size: 1_000_000 }))).rejects.toMatchObject({ status: 422 });
  });

  test("without a boundary is read as no form, and refused", async () => {
    await expect(upload(request("x", { type: "multipart/form-data" }))).rejects.toMatchObject({ status: 422 });
    await expect(upload(request("x", { type: "image/jpeg" }))).rejects.toMatchObject({ status: 422 });
  });

  test("is read no further than a file that could not be taken, and says why", async () => {
    const fault = new Error("no space left");
    let sent = 0;
    async function* endless() {
      yield Buffer.from(part('name="photos"; filename="a.jpg"', "x").slice(0, -2));
      for (; sent < 1000; sent++) yield Buffer.alloc(64 * 1024);
    }
    const asked = new Request("http://repairs.test/", {
      method: "POST",
      headers: { "Content-Type": TYPE },
      body: bodyOf(endless()),
      duplex: "half",
    });
    const take = async ({ pieces }: SentFile) => {
      for await (const _ of pieces) throw fault;
    };
    await expect(readUpload(asked, "photos", take)).rejects.toBe(fault);
    expect(sent).toBeLessThan(100);
  });

  test("hands over one file after another", async () => {
    const body = `${["a", "b", "c"].map((name) => part(`name="photos"; filename="${name}.jpg"`, name)).join("")}--mark--`;
    let atOnce = 0;
    const seen: string[] = [];
    await readUpload(request(body, { size: 1_000_000 }), "photos", async ({ name, pieces }) => {
      expect(++atOnce).toBe(1);
      for await (const _ of pieces);
      await new Promise((resolve) => setTimeout(resolve, 5));
      atOnce--;
      seen.push(name);
    });
    expect(seen).toEqual(["a.jpg", "b.jpg", "c.jpg"]);
  });
});
