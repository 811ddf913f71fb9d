package dev.rwtui.facts.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who shares out the machines of a cluster. */
public sealed interface Scheduler {

    /** Nobody, as far as can be seen. */
    record None() implements Scheduler {}

    /** @param jobs of this user, those that wait included */
    record Slurm(List<Job> jobs) implements Scheduler {
        public Slurm {
            jobs = List.copyOf(jobs);
        }
    }

    /**
     * There is one, and its jobs are not known.
     *
     * @param name {@code PBS}, {@code LSF}; {@code Slurm} where it did not answer
     */
    record Present(String name) implements Scheduler {}

    /**
     * A job.
     *
     * @param id {@code 4711}, {@code 4711_3}, {@code 4711_[5-8%2]}
     * @param state in Slurm's words: {@code RUNNING}
     * @param limit empty where it may run for ever, or nothing is decided
     * @param nodes how many
     * @param nodeList {@code gpu[01-02]}; empty while it waits
     * @param reason why it waits
     */
    record Job(
            String id,
            String name,
            String partition,
            String state,
            Optional<Duration> elapsed,
            Optional<Duration> limit,
            int nodes,
            String nodeList,
            Optional<String> reason) {}
}
