import { createHmac } from "node:crypto";
import { BlockList, isIP } from "node:net";
import { ipKeyGenerator } from "express-rate-limit";

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** Whether an address is in one of these networks: addresses and ranges, as the landlord's settings have checked them. */
export function networkList(networks: readonly string[]): (address: string | undefined) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return (address) => address !== undefined && isIP(address) !== 0 && list.check(withoutZone(address), familyOf(address));
}

/** A keyed hash of a network address, a /64 for IPv6: the same for the same line, and without the key nobody can find the address. */
export function originOf(address: string, secret: string): string {
  return createHmac("sha256", secret)
    .update(`origin ${ipKeyGenerator(withoutZone(address), 64)}`)
    .digest("hex");
}

/** An address on the same wire names the wire too: fe80::1%eth0. */
const withoutZone = (address: string) => address.replace(/%.*$/, "");
