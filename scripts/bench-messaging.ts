import "fake-indexeddb/auto";
import { connect } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { draftFrom } from "@/lib/messaging/draft";
import { startersOf } from "@/lib/messaging/starter/list";
import { readFacts, saveSelf } from "@/lib/messaging/store/facts";
import { seedStarters } from "@/lib/messaging/store/starters";
import { listTemplates } from "@/lib/messaging/store/templates";
import { readQueue } from "@/lib/messaging/store/due";
import { findTemplates, templateEntry } from "@/lib/messaging/template-search";
import { median, round, type Measure } from "./measure";

const DRAFTS = 10_000;
const TEMPLATES = 500;
const PEOPLE = 2_000;

/** Writing, measured: many drafts, a long list of templates, and the way from a person to a filled draft. */
export async function benchMessaging(): Promise<Measure[]> {
  const db = connect(`bench-messaging-${Date.now()}`);
  const ids = await fill(db);
  const personId = ids[0]!;
  const first = await readFacts({ personId, language: "en" }, db);

  const starters = startersOf("en");
  const rendered = timed(() => {
    for (let at = 0; at < DRAFTS; at++) {
      const person = { ...first.person, fullName: `Person ${at} Brightwater` };
      const facts = { ...first, person };
      draftFrom(starters[at % starters.length]!, { account: "free", facts });
    }
  });

  const entries = Array.from({ length: TEMPLATES }, (_, at) => {
    const { key, ...fields } = starters[at % starters.length]!;
    const createdAt = new Date().toISOString();
    return templateEntry({
      ...fields,
      id: `${key}-${at}`,
      createdAt,
      name: `${fields.name} ${at}`,
    });
  });
  const queries = ["thank", "interview 4", "je ne sais pas", "hello company"];
  const filtered = median(
    queries.flatMap((text) =>
      Array.from({ length: 5 }, () => timed(() => findTemplates(entries, { text }))),
    ),
  );

  const opened: number[] = [];
  for (const id of ids.slice(0, 20)) {
    const start = performance.now();
    const [facts, templates] = await Promise.all([
      readFacts({ personId: id, language: "en" }, db),
      listTemplates(db),
    ]);
    const template = templates.find(({ isDefault, form }) => isDefault && form === "message");
    draftFrom(template ?? {}, { account: "free", facts });
    opened.push(performance.now() - start);
  }
  const queued: number[] = [];
  for (let at = 0; at < 5; at++) {
    const start = performance.now();
    await readQueue(db);
    queued.push(performance.now() - start);
  }
  await db.delete();
  return [
    { name: `render ${DRAFTS} drafts`, value: round(rendered), unit: "ms", target: 1_000 },
    { name: `filter ${TEMPLATES} templates`, value: round(filtered), unit: "ms", target: 16 },
    { name: "person to filled draft", value: round(median(opened)), unit: "ms", target: 100 },
    {
      name: "the day's queue beside 2,000 people",
      value: round(median(queued)),
      unit: "ms",
      target: 100,
    },
  ];
}

async function fill(db: ReturnType<typeof connect>): Promise<string[]> {
  await seedStarters("en", db);
  await saveSelf({ fullName: "Idris Fenwick", company: "Lanternworks" }, db);
  const { ids } = await save(
    db,
    Array.from({ length: PEOPLE }, (_, at) => ({
      table: "people" as const,
      fields: {
        fullName: `Maëlle Brightwater ${at}`,
        company: "Quillmark Archives",
        position: "Head of Collections",
        about: "I keep maps, and what people wrote on them. ".repeat(20),
        mutualConnections: at % 30,
      },
    })),
  );
  return ids;
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

if (process.argv[1]?.endsWith("bench-messaging.ts")) console.table(await benchMessaging());
