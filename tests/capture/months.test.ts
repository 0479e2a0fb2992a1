import { describe, expect, it } from "vitest";
import { parseRange } from "@/lib/capture/dates";

describe("months as people and pages shorten them", () => {
  it.each([
    ["Sept. 2021 - Oct. 2022", "2021-9 2022-10"],
    ["JAN 2020 - feb 2021", "2020-1 2021-2"],
    ["FÉVR. 2020 – Aujourd’hui", "2020-2 now"],
    ["fév 2020 - août 2021", "2020-2 2021-8"],
    ["déc. 2019 à juil. 2020", "2019-12 2020-7"],
    ["Jän. 2020 – Heute", "2020-1 now"],
    ["Mrz. 2020 - MAI 2021", "2020-3 2021-5"],
    ["Okt. 2019 bis heute", "2019-10 now"],
    ["setiembre de 2020 - dic. 2021", "2020-9 2021-12"],
    ["sept. de 2020 - actualidad", "2020-9 now"],
    ["fev. de 2020 - o momento", "2020-2 now"],
    ["dez. de 2019 - até o momento", "2019-12 now"],
    ["mai. de 2020 - ago. de 2021", "2020-5 2021-8"],
    ["sett. 2020 – mag. 2021", "2020-9 2021-5"],
    ["Lug 2020 - oggi", "2020-7 now"],
    ["MRT. 2020 - heden", "2020-3 now"],
    ["mrt 2020 - mei 2021", "2020-3 2021-5"],
    ["okt. 2020 tot heden", "2020-10 now"],
  ])("%s", (line, expected) => {
    const { start, end, current } = parseRange(line) ?? {};
    const words = [start, end].map((date) => date && `${date.year}-${date.month}`);
    expect([...words.filter(Boolean), ...(current ? ["now"] : [])].join(" ")).toBe(expected);
  });
});
