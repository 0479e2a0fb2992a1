import { useQuery } from "@tanstack/react-query";
import type { Application } from "@/lib/model/application";
import {
  countOwnApplications,
  readInsiders,
  readOwnApplication,
  readOwnApplications,
} from "@/lib/job-search/store";

/** One's own application for a job; null where there is none. A job that is gone has nothing to apply for. */
export function useOwnApplication(jobId: string) {
  return useQuery({
    queryKey: ["applications", "own", jobId],
    queryFn: () => readOwnApplication(jobId),
  }).data;
}

/** Whom one could ask about an application. */
export function useInsiders({ jobId, personId = "" }: Pick<Application, "jobId" | "personId">) {
  const { data = [] } = useQuery({
    queryKey: ["people", "insiders", jobId, personId],
    queryFn: () => readInsiders({ jobId, ...(personId && { personId }) }),
  });
  return data;
}

export function useOwnApplications() {
  return useQuery({
    queryKey: ["applications", "all-own"],
    queryFn: () => readOwnApplications(),
  }).data;
}

export function useOwnApplicationCount(): number {
  const { data = 0 } = useQuery({
    queryKey: ["applications", "count"],
    queryFn: () => countOwnApplications(),
  });
  return data;
}
