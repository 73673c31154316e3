import { addressLine } from "#app/domain/address.ts";
import { formatPostcode } from "#app/domain/postcode.ts";
import { demoPlaces } from "./homes.server.ts";

/** What to try in the demo. */
export interface DemoExample {
  /** As people write it: "FH1 1AA". */
  postcode: string;
  /** How many homes have it. */
  homes: number;
  /** One of them, on one line, held by a tenant: "5 Alder Road, Fernhill". */
  address: string;
}

/** A postcode of the demo and a home there to report a dripping tap at; the same on every date. */
export function demoExample(): DemoExample {
  const { homes } = demoPlaces();
  const home = homes.find(({ tenure }) => tenure === "secure");
  if (!home) throw new Error("The demo has no tenants");
  const { line1, line2, line3, town, postcode } = home;
  return {
    postcode: formatPostcode(postcode),
    homes: homes.filter((other) => other.postcode === postcode).length,
    address: addressLine({ line1, line2, line3, town }),
  };
}
