import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "@/lib/messaging/language/parse";
import { render } from "@/lib/messaging/language/render";
import { toHtml } from "@/lib/messaging/language/html";
import { findVariable, variables } from "@/lib/messaging/variables/list";
import type { Facts } from "@/lib/messaging/variables/variable";

const ids = {
  person: "0190b0c0-0000-7000-8000-000000000001",
  job: "0190b0c0-0000-7000-8000-000000000002",
};
const at = "2026-01-02T03:04:05.000Z";

function facts(person: Partial<Facts["person"]> = {}, more: Partial<Facts> = {}): Facts {
  return {
    person: {
      id: ids.person,
      createdAt: at,
      fullName: "Ada Brightwater",
      company: "Quillmark",
      ...person,
    },
    now: new Date(at),
    language: "en",
    ...more,
  };
}

function codes(source: string) {
  return parse(source).faults.map((fault) => [fault.code, fault.at]);
}

describe("rendering a template", () => {
  it("places facts, and ties each to the field it stands in", () => {
    const draft = render("Hello {firstName}, how is {company}?", facts());
    expect(draft.text).toBe("Hello Ada, how is Quillmark?");
    expect(draft.parts.filter((part) => part.type === "fact").map((part) => part.fact)).toEqual([
      { text: "Ada", table: "people", id: ids.person, field: "fullName" },
      { text: "Quillmark", table: "people", id: ids.person, field: "company" },
    ]);
  });

  it("uses a fallback where there is no fact, and names the hole where there is neither", () => {
    const draft = render("Hi {headline|there}, {position} at {industry}.", facts());
    expect(draft.text).toBe("Hi there,  at .");
    expect(draft.missing).toEqual(["position", "industry"]);
  });

  it("keeps or drops a condition's text, in both languages and nested", () => {
    const source = "{if company}At {company}{if position} as {position}{/if}.{else}Hello.{/if}";
    expect(render(source, facts()).text).toBe("At Quillmark.");
    expect(render(source, facts({ position: "Cook" })).text).toBe("At Quillmark as Cook.");
    expect(render(source, facts({ company: undefined })).text).toBe("Hello.");
    expect(render("{si pas entreprise}Sans{sinon}{entreprise}{/si}", facts()).text).toBe(
      "Quillmark",
    );
  });

  it("closes the gap that a dropped condition leaves, and no other", () => {
    expect(render("a\n\n{if industry}b{/if}\n\nc", facts()).text).toBe("a\n\nc");
    expect(render("a\n\n\n\nc", facts()).text).toBe("a\n\n\n\nc");
  });

  it("reads the names that templates from elsewhere use", () => {
    const job = { id: ids.job, createdAt: at, title: "Archivist", companyName: "Quillmark" };
    expect(
      render("{prénom} {candidate_name} {Job_Title} {company_name}", facts({}, { job })).text,
    ).toBe("Ada Ada Brightwater Archivist Quillmark");
  });

  it("reads the two braces that templates from elsewhere are written with", () => {
    const source = "Hi {{ firstName | there }}{{#if company}} at {{company}}{{/if}}!";
    expect(render(source, facts()).text).toBe("Hi Ada at Quillmark!");
    expect(codes(source)).toEqual([]);
    expect(codes("{{firstName}")).toEqual([["strayBrace", 0]]);
    expect(codes("{firstName}}")).toEqual([["strayBrace", 11]]);
  });

  it("says which names nobody knows", () => {
    expect(render("{favouriteColour}", facts())).toMatchObject({
      text: "",
      unknown: ["favouriteColour"],
      missing: [],
    });
  });

  it("reports a broken template by code and place, and still renders the rest", () => {
    expect(codes("a } b")).toEqual([["strayBrace", 2]]);
    expect(codes("a { b {company}")).toEqual([["strayBrace", 2]]);
    expect(codes("{if company}x")).toEqual([["unclosedIf", 0]]);
    expect(codes("{else}{/if}{}")).toEqual([
      ["strayElse", 0],
      ["strayEndIf", 6],
      ["emptyTag", 11],
    ]);
    expect(render("a { b {company}", facts()).text).toBe("a  b Quillmark");
  });

  it("never evaluates a captured text", () => {
    const draft = render("{headline}", facts({ headline: "{company} {if x}<b>boss</b>{/if}" }));
    expect(draft.text).toBe("(company) (if x)<b>boss</b>(/if)");
  });
});

const anyTemplate = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        "{",
        "}",
        "{if company}",
        "{else}",
        "{/if}",
        "{firstName}",
        "{headline|x}",
        "{zzz}",
        "|",
      ),
    ),
    { size: "large" },
  )
  .map((pieces) => pieces.join(""));

describe("properties of rendering", () => {
  it("never leaves a brace and never throws, whatever the template and the facts", () => {
    fc.assert(
      fc.property(
        anyTemplate,
        fc.string({ unit: "binary" }),
        fc.string(),
        (source, headline, name) => {
          const draft = render(source, facts({ headline, fullName: `N${name}` }));
          expect(draft.text).not.toMatch(/[{}]/u);
          expect(draft.parts.map((part) => part.text).join("")).toBe(draft.text);
        },
      ),
    );
  });

  it("escapes every fact in an HTML mail", () => {
    fc.assert(
      fc.property(fc.string(), (headline) => {
        const { parts } = render(
          "<p>{headline}</p>",
          facts({ headline: `<img src=x>${headline}` }),
        );
        const html = toHtml(parts, "html");
        expect(html.slice(3, -4)).not.toMatch(/[<>"']/u);
      }),
    );
  });

  it("keeps a text without braces as it is", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replaceAll(/[{}]/gu, "");
        expect(render(plain, facts()).text).toBe(plain);
      }),
    );
  });
});

describe("the list of variables", () => {
  it("gives every name and alias to exactly one variable", () => {
    for (const variable of variables)
      for (const name of [variable.name, ...variable.aliases])
        expect(findVariable(name)?.name).toBe(variable.name);
  });
});
