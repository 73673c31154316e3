import { randomInt } from "node:crypto";
import { makeReference } from "#app/domain/reference.ts";

const MOST_TRIES = 20;

/** Makes references until one is taken by `add`: they are random and may repeat, if very rarely. Throws after twenty. */
export async function newReference(add: (reference: string) => Promise<boolean>): Promise<string> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const reference = makeReference(randomInt);
    if (await add(reference)) return reference;
  }
  throw new Error("Twenty references in a row were taken");
}
