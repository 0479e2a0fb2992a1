/** @jsxImportSource hono/jsx */
import type { generateSpecs } from "hono-openapi";

export type Spec = Awaited<ReturnType<typeof generateSpecs>>;

const VERBS = ["get", "post", "patch", "delete"] as const;

/** The same document as /openapi.json, to be read by people; it opens without a script. */
export function DocsPage({ spec }: { spec: Spec }) {
  return (
    <>
      <h1>Programming interface</h1>
      <p class="soft">
        Made from the routes themselves. For machines: <a href="/openapi.json">openapi.json</a>. A
        device sends <code>Authorization: Bearer</code> and its token. Every failure is{" "}
        <code>{"{ error: { code, message, detail? } }"}</code>.
      </p>
      {sections(spec).map(([tag, list]) => (
        <section>
          <h2>{tag}</h2>
          {list.map(({ verb, path, operation }) => (
            <details>
              <summary>
                <span class="verb">{verb.toUpperCase()}</span> <code>{path}</code>
                <br />
                {operation.summary}
              </summary>
              <div>
                {(operation.parameters ?? []).length > 0 && (
                  <Block title="Parameters" value={operation.parameters} />
                )}
                {operation.requestBody && <Block title="Body" value={operation.requestBody} />}
                {Object.entries(operation.responses ?? {}).map(([status, answer]) => (
                  <Block
                    title={`Answer ${status}: ${descriptionOf(answer)}`}
                    value={contentOf(answer)}
                  />
                ))}
              </div>
            </details>
          ))}
        </section>
      ))}
    </>
  );
}

function Block({ title, value }: { title: string; value: unknown }) {
  return (
    <>
      <h3>{title}</h3>
      {value !== undefined && <pre tabindex={0}>{JSON.stringify(value, null, 2)}</pre>}
    </>
  );
}

function sections(spec: Spec) {
  const byTag = new Map<string, ReturnType<typeof operations>>();
  for (const one of operations(spec)) {
    const tag = one.operation.tags?.[0] ?? "Other";
    byTag.set(tag, [...(byTag.get(tag) ?? []), one]);
  }
  return [...byTag];
}

function operations(spec: Spec) {
  return Object.entries(spec.paths).flatMap(([path, item]) =>
    VERBS.flatMap((verb) => {
      const operation = item[verb];
      return operation ? [{ verb, path, operation }] : [];
    }),
  );
}

function descriptionOf(answer: object): string {
  return "description" in answer ? String(answer.description) : "";
}

function contentOf(answer: object): unknown {
  if (!("content" in answer) || typeof answer.content !== "object") return undefined;
  return Object.values(answer.content ?? {})[0];
}
