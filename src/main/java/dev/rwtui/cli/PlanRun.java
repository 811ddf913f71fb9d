package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.ssh.model.Resolution;
import java.util.List;
import java.util.Optional;

/** A plan for the repository on a host, from making it to what came of it. Used once. */
final class PlanRun {

    private final World world;
    private final CommandLineProgram program;
    private final HostAlias host;
    private final PlanOptions options;
    private final GitInquiry inquiry;

    PlanRun(World world, CommandLineProgram program, HostAlias host, PlanOptions options) {
        this.world = world;
        this.program = program;
        this.host = host;
        this.options = options;
        this.inquiry = new GitInquiry(world, program, host);
    }

    /** @return the exit status */
    int run(Request planning) throws InterruptedException {
        try (Inquiry.Talk talk = inquiry.talk()) {
            Inquiry.Outcome<Notice.SyncPlanned> outcome =
                    talk.ask(planning, inquiry.about(Notice.SyncPlanned.class, Notice.SyncPlanned::host));
            return outcome instanceof Inquiry.Outcome.Answered<Notice.SyncPlanned> answered
                    ? planned(talk, planning, answered.answer())
                    : ((Inquiry.Outcome.Ended<Notice.SyncPlanned>) outcome).status();
        }
    }

    private int planned(Inquiry.Talk talk, Request planning, Notice.SyncPlanned planned) throws InterruptedException {
        if (planned.failure().isPresent()) {
            return inquiry.fail(advised(planned.failure().get(), planning));
        }
        SyncPlan plan = planned.plan().orElseThrow();
        if (!options.isJson()) {
            print(PlanReport.lines(host, plan));
        }
        if (!plan.canBeCarriedOut()) {
            inquiry.say("stopped, and nothing there was changed: "
                    + plan.stops().get(0).why());
            return end(plan, ExitCode.STOPPED);
        }
        return options.isDry() || plan.isDone() ? end(plan, ExitCode.DONE) : decided(talk, plan);
    }

    /** Where git there refuses, it may be that it cannot fetch. */
    private static SyncFailure advised(SyncFailure failure, Request planning) {
        boolean fetches =
                planning instanceof Request.PlanSync plan && plan.wish().source() == SyncWish.Source.UPSTREAM;
        if (!fetches || failure.kind() != SyncFailure.Kind.REFUSED) {
            return failure;
        }
        String advice = failure.advice().isEmpty() ? "" : failure.advice() + "; ";
        return new SyncFailure(
                failure.kind(),
                failure.why(),
                advice + "where the host cannot fetch, --from-here brings the commits of the branch here");
    }

    private int decided(Inquiry.Talk talk, SyncPlan plan) throws InterruptedException {
        String question = PlanReport.question(plan);
        Inquiry.Reply reply = options.isAgreed() ? Inquiry.Reply.YES : reply(talk, plan, question);
        return switch (reply) {
            case YES -> carryOut(talk, plan);
            case NO -> end(plan, ExitCode.NEGATIVE);
            case NOBODY -> {
                inquiry.say(question + " Nobody is there to answer; --yes does, --dry-run asks nothing");
                yield end(plan, ExitCode.REFUSED);
            }
            case INTERRUPTED -> talk.interruption().status();
        };
    }

    private Inquiry.Reply reply(Inquiry.Talk talk, SyncPlan plan, String question) {
        return isBatch()
                ? Inquiry.Reply.NOBODY
                : talk.confirm(host + ": " + PlanReport.summary(plan), question + " [y/N] ");
    }

    /** ssh_config(5), BatchMode: nobody is to be asked anything. */
    private boolean isBatch() {
        return world.resolutions().resolve(program.file(), program.options(), List.of(host.value())).stream()
                .filter(Resolution.Resolved.class::isInstance)
                .flatMap(resolved -> ((Resolution.Resolved) resolved).lines().stream())
                .anyMatch(line -> line.keyword().equalsIgnoreCase("batchmode")
                        && line.value().equals("yes"));
    }

    private int carryOut(Inquiry.Talk talk, SyncPlan plan) throws InterruptedException {
        Inquiry.Outcome<Notice.SyncEnded> outcome = talk.askToTheEnd(
                new Request.CarryOut(host, plan.id()), inquiry.about(Notice.SyncEnded.class, Notice.SyncEnded::host));
        if (outcome instanceof Inquiry.Outcome.Answered<Notice.SyncEnded> answered) {
            return carriedOut(plan, answered.answer());
        }
        inquiry.say("what has begun there goes on to its end; rwtui git status " + host + " tells");
        return ((Inquiry.Outcome.Ended<Notice.SyncEnded>) outcome).status();
    }

    private int carriedOut(SyncPlan plan, Notice.SyncEnded ended) {
        if (options.isJson()) {
            world.out().println(Json.document(PlanDocument.of(host, plan, ended.outcome(), ended.failure())));
        }
        Optional<SyncFailure> failure = ended.failure();
        if (failure.isPresent()) {
            return inquiry.fail(failure.get());
        }
        SyncOutcome outcome = ended.outcome().orElseThrow();
        if (!options.isJson()) {
            print(PlanReport.lines(host, outcome));
        }
        return (outcome.left().isEmpty() ? ExitCode.DONE : ExitCode.NEGATIVE).status();
    }

    /** Nothing was carried out. */
    private int end(SyncPlan plan, ExitCode code) {
        if (options.isJson()) {
            world.out().println(Json.document(PlanDocument.of(host, plan, Optional.empty(), Optional.empty())));
        }
        return code.status();
    }

    /** At once: a person is about to be asked. */
    private void print(List<String> lines) {
        lines.forEach(line -> world.out().println(Plain.text(line)));
        world.out().flush();
    }
}
