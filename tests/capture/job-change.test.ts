import { describe, expect, it } from "vitest";
import { jobChangeIn } from "@/lib/capture/job-change";

const AT = "2026-03-01T10:00:00.000Z";
const ADA = { company: "Quillmark", position: "Archivist" };

describe("a move", () => {
  it("is another firm or another post, with what stood before", () => {
    const changes = [{ field: "company", before: "Quillmark", after: "Lanternworks" }];
    expect(jobChangeIn(ADA, changes, AT)).toEqual({
      at: AT,
      fromCompany: "Quillmark",
      fromPosition: "Archivist",
      toCompany: "Lanternworks",
      toPosition: "Archivist",
    });
    const promoted = [{ field: "position", before: "Archivist", after: "Head of Archives" }];
    expect(jobChangeIn(ADA, promoted, AT)).toMatchObject({
      toCompany: "Quillmark",
      toPosition: "Head of Archives",
    });
  });

  it("is not the first post known, the same name written otherwise, or another change", () => {
    const first = [{ field: "company", after: "Lanternworks" }];
    expect(jobChangeIn({}, first, AT)).toBeUndefined();
    const longer = [{ field: "company", before: "Quillmark", after: "QUILLMARK Inc." }];
    expect(jobChangeIn(ADA, longer, AT)).toBeUndefined();
    const moved = [{ field: "location", before: "Lyon", after: "Leeds" }];
    expect(jobChangeIn(ADA, moved, AT)).toBeUndefined();
  });
});
