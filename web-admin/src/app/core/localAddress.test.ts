import { describe, expect, it } from "vitest";
import { localAddress } from "./localAddress";

describe("After a sign-in", () => {
  it.each([
    "//evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "///evil.example",
    "/x/..//evil.example",
    "/.//evil.example",
    "/x/../..//evil.example",
    "/x/%2e%2e//evil.example",
    "",
    null,
  ])("%j leads home", (address) => expect(localAddress(address, "/home", "https://registry.example")).toBe("/home"));

  it("an address of the Base is kept", () => {
    expect(localAddress("/children/1?tab=plan#x", "/home", "https://registry.example")).toBe("/children/1?tab=plan#x");
  });
});
