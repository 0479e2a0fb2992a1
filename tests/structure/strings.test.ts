import { describe, expect, it } from "vitest";
import { parseMessagesFile } from "@wxt-dev/i18n/build";
import { keysIn, missing, unused } from "./strings";
import { code, readTree, text } from "./tree";

/** The messages of a file, without those that Chrome adds by itself. */
async function messagesOf(file: string) {
  const messages = await parseMessagesFile(file);
  return messages.filter(({ key }) => !key[0]!.startsWith("@@"));
}

const english = await messagesOf("locales/en.yml");
const french = await messagesOf("locales/fr.yml");
const keys = english.map(({ key }) => key.join("."));
const sources = code(readTree())
  .filter((file) => !/^(tests|server|scripts)\//.test(file))
  .map(text);

/** What a translation must share with the text it translates. */
const shape = (messages: typeof english) =>
  Object.fromEntries(
    messages.map(({ key, type, substitutions, namedSubstitutions }) => [
      key.join("."),
      { plural: type === "plural", substitutions, names: namedSubstitutions.toSorted() },
    ]),
  );

/** Every text of a message, plural forms one by one. */
const texts = (messages: typeof english) =>
  messages.flatMap((message) => {
    const forms = message.type === "plural" ? Object.values(message.plurals) : [message.message];
    return forms.map((form) => ({ key: message.key.join("."), form }));
  });

describe("strings of the interface", () => {
  it("stand in both languages, with the same placeholders", () => {
    expect(shape(french)).toEqual(shape(english));
    expect(keys.length).toBeGreaterThan(50);
  });

  it("are never empty, and carry no space at their ends", () => {
    const odd = [...texts(english), ...texts(french)].filter(
      ({ form }) => form.trim() !== form || !form,
    );
    expect(odd).toEqual([]);
  });

  it("keep a French sign on the line of its word", () => {
    const loose = texts(french).filter(({ form }) => / [:;?!»]|« /.test(form));
    expect(loose).toEqual([]);
  });

  it("are all used", () => {
    expect(unused(keys, keysIn(sources))).toEqual([]);
  });

  it("are there when the code asks for them", () => {
    expect(missing(keys, sources)).toEqual([]);
  });
});

describe("the check of strings", () => {
  it("finds keys in quotes, in templates and in the manifest", () => {
    const use = keysIn([
      'i18n.t("list.empty")',
      "i18n.t(`badge.${state}`)",
      "say(`errors.${code ?? `${other}`}.title`)",
      'description: "__MSG_commands_capture__"',
    ]);
    const known = [
      "list.empty",
      "badge.saved",
      "commands.capture",
      "list.gone",
      "badge.saved.more",
    ];
    expect(unused(known, use)).toEqual(["list.gone", "badge.saved.more"]);
  });

  it("finds keys that no file has", () => {
    expect(missing(["a.b"], ['i18n.t("a.b")', 'i18n.t(\n  "a.c", [1])'])).toEqual(["a.c"]);
  });
});
