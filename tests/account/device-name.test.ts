import { describe, expect, it } from "vitest";
import { deviceName } from "@/lib/account/device-name";

describe("the name a device begins with", () => {
  it.each([
    [
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/146.0 Safari/537.36",
      "Chrome, Linux",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/146.0 Safari/537.36 Edg/146.0",
      "Edge, Windows",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 14.5; rv:140.0) Gecko/20100101 Firefox/140.0",
      "Firefox, macOS",
    ],
    ["something new", "Rapport"],
  ])("%s", (userAgent, name) => expect(deviceName(userAgent)).toBe(name));
});
