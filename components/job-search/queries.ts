import { useQuery } from "@tanstack/react-query";
import {
  countOwnApplications,
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
