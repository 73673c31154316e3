import { AsyncLocalStorage } from "node:async_hooks";

/** A turn is one run of a change on one connection. It makes misuse an error at once, the same on both engines. */
interface Turn {
  connection: object;
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

/** Logger of a connection's writing side: a statement belongs to a turn of that connection that is still open. */
export function onlyInTurn(connection: object) {
  return {
    logQuery() {
      if (!inTurn() || turns.getStore()?.connection !== connection)
        throw new Error("A statement ran after its write() had ended: await it");
    },
  };
}

/** Runs a change as a turn of a connection. */
export function runTurn<T>(connection: object, change: () => Promise<T>): Promise<T> {
  const turn: Turn = { connection, open: true };
  return turns.run(turn, async () => {
    try {
      return await change();
    } finally {
      turn.open = false;
    }
  });
}

/** Throws inside a change: on SQLite a change within a change would wait for itself for ever. */
export function refuseNesting() {
  if (inTurn()) throw new Error("write() inside write(): hand tx on instead");
}
