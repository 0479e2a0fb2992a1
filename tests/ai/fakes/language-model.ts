import type { LanguageModelApi } from "@/lib/ai/providers/builtin";
import { FakeModel, type Behaviour } from "./model";

type Prompted = { role: string; content: string };

/** A browser's own model: the same gullible one, behind the Prompt API. */
export class FakeLanguageModel implements LanguageModelApi {
  readonly model = new FakeModel({}, ["built-in"]);
  readonly asked: { system: string; turns: Prompted[]; constraint: unknown }[] = [];
  open = 0;
  state: "unavailable" | "downloadable" | "downloading" | "available" = "available";

  availability = () => Promise.resolve(this.state);

  create: LanguageModelApi["create"] = ({ initialPrompts, signal }) => {
    signal.throwIfAborted();
    this.open += 1;
    const system = initialPrompts[0]?.content ?? "";
    return Promise.resolve({
      promptStreaming: (turns, { signal: stop, responseConstraint }) => {
        this.asked.push({ system, turns, constraint: responseConstraint });
        const user = turns.map(({ content }) => content).join("\n");
        return speak(
          this.model.next.shift() ?? { do: "say", text: this.model.answer(system, user) },
          stop,
        );
      },
      destroy: () => {
        this.open -= 1;
      },
    });
  };
}

function speak(next: Behaviour, signal: AbortSignal): ReadableStream<string> {
  return new ReadableStream({
    start(controller) {
      signal.addEventListener("abort", () => controller.error(signal.reason));
      if (next.do === "fail") return controller.error(new DOMException("no", next.code));
      const text = "text" in next ? next.text : "";
      for (const piece of text.match(/[\s\S]{1,7}/gu) ?? []) controller.enqueue(piece);
      if (next.do !== "stall" && next.do !== "hang") controller.close();
      return undefined;
    },
  });
}
