import { describe, expect, test } from "vitest";
import { networkList, originOf } from "#app/server/network-address.ts";

const SECRET = "a secret of no account, only for tests";

describe("a list of networks", () => {
  const isListed = networkList(["192.0.2.7", "198.51.100.0/24", "2001:db8:1::/48", "2001:db8:2::5"]);
  test.each([
    ["192.0.2.7", true],
    ["192.0.2.8", false],
    ["198.51.100.255", true],
    ["198.51.101.0", false],
    ["::ffff:198.51.100.3", true],
    ["::ffff:198.51.101.3", false],
    ["2001:db8:1:ffff::1", true],
    ["2001:DB8:2:0::5", true],
    ["2001:db8:2::6", false],
    ["fe80::1%eth0", false],
    ["not an address", false],
    [undefined, false],
  ])("%s: %s", (address, expected) => expect(isListed(address)).toBe(expected));
});

describe("where a request comes from", () => {
  test.each([
    ["one address", "192.0.2.7", "192.0.2.7", true],
    ["the same, written as IPv6", "192.0.2.7", "::ffff:192.0.2.7", true],
    ["two addresses", "192.0.2.7", "192.0.2.8", false],
    ["one line of IPv6", "2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true],
    ["two lines of IPv6", "2001:db8:1:2::1", "2001:db8:1:3::1", false],
    ["the wire it came by", "fe80::1%eth0", "fe80::1%eth1", true],
  ])("%s", (_, one, other, same) => expect(originOf(one, SECRET) === originOf(other, SECRET)).toBe(same));

  test("is kept as a hash that does not show the address and depends on the key", () => {
    expect(originOf("192.0.2.7", SECRET)).toMatch(/^[0-9a-f]{64}$/);
    expect(originOf("192.0.2.7", SECRET)).not.toBe(originOf("192.0.2.7", `${SECRET}!`));
  });
});
