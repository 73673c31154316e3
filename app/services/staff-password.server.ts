import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { oneByOne } from "./one-by-one.server.ts";

const derive = promisify(scrypt as (password: string, salt: Buffer, size: number, options: ScryptOptions, done: Done) => void);
type Done = (error: Error | null, key: Buffer) => void;

/** As strong as OWASP's first choice, in a quarter of its memory (Password Storage Cheat Sheet: N=2^15, r=8, p=3): 32 MB at a time. */
const COST = { N: 2 ** 15, r: 8, p: 3 };
const SIZE = 32;
const MEMORY = 64 * 1024 * 1024;

/** Many people signing in at once wait in turn, so that they cannot take the memory of everybody else. */
const inTurn = oneByOne(2);

const written = ({ N, r, p }: typeof COST, salt: Buffer, key: Buffer) =>
  ["scrypt", N, r, p, salt.toString("base64"), key.toString("base64")].join(":");

/** What is kept of a password: `scrypt:N:r:p:salt:key`, so that the cost can be raised later and old ones still be checked. */
export async function hashPassword(password: string, cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const key = await inTurn(() => derive(password.normalize("NFKC"), salt, SIZE, { ...cost, maxmem: MEMORY }));
  return written(cost, salt, key);
}

/** What nobody's password is checked against: an unknown account takes as long as a known one. */
const NOBODY = written(COST, randomBytes(16), randomBytes(SIZE));

/** Whether a password is the one that was kept. Where none was kept it takes as long, and is not. */
export async function checkPassword(password: string, kept: string | null | undefined): Promise<boolean> {
  const [, N, r, p, salt = "", key = ""] = (kept ?? NOBODY).split(":");
  const cost = { N: Number(N), r: Number(r), p: Number(p), maxmem: MEMORY };
  const expected = Buffer.from(key, "base64");
  const typed = await inTurn(() => derive(password.normalize("NFKC"), Buffer.from(salt, "base64"), expected.length, cost));
  return timingSafeEqual(typed, expected) && Boolean(kept);
}
