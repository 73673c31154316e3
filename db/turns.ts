import { AsyncLocalStorage } from "node:async_hooks";

/** A turn is one run of a change. It makes misuse an error at once, the same on both engines. */
interface Turn {
  open: boolean;
}

const turns = new AsyncLocalStorage<Turn>();
const inTurn = () => turns.getStore()?.open === true;

/** Logger of the reading side: inside a change, reads go through its `tx`. */
export const noReadInTurn = {
  logQuery() {
    if (inTurn()) throw new Error("Inside write(): read through tx, not db.read");
  },
};

/** Logger of the writing side: a statement belongs to a turn that is still open. */
export const onlyInTurn = {
  logQuery(query: string) {
    if (!inTurn() && !/^(begin|commit|rollback)/i.test(query)) throw new Error("A statement ran after its write() had ended: await it");
  },
};

export function runTurn<T>(change: () => Promise<T>): Promise<T> {
  const turn: Turn = { open: true };
  return turns.run(turn, async () => {
    try {
      return await change();
    } finally {
      turn.open = false;
    }
  });
}

export function refuseNesting() {
  if (inTurn()) throw new Error("write() inside write(): hand tx on instead");
}
