package dev.rwtui.tui.view;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Step;
import dev.rwtui.tui.canvas.Ink;
import java.util.ArrayList;
import java.util.List;

/** An attempt to connect, hop by hop: what is done, what is at work, what is to come. */
final class Attempt {

    private final Link.Connecting link;
    private final Paper paper;

    private Attempt(Link.Connecting link, Paper paper) {
        this.link = link;
        this.paper = paper;
    }

    static void write(HostSummary host, Link.Connecting link, Paper paper) {
        Attempt attempt = new Attempt(link, paper);
        List<HostAlias> hops = new ArrayList<>(host.gateways());
        hops.add(host.alias());
        paper.line(
                new Paper.Span("Connecting, hop " + link.number() + " of " + link.of() + ". ", Ink.NORMAL),
                new Paper.Span("Esc", Ink.KEY),
                new Paper.Span(" cancels.", Ink.NORMAL));
        for (int number = 1; number <= hops.size(); number++) {
            attempt.hop(number, hops.get(number - 1));
        }
    }

    private void hop(int number, HostAlias planned) {
        if (number < link.number()) {
            paper.line(new Paper.Span("✓ ", Ink.GOOD), new Paper.Span(planned.value(), Ink.NORMAL));
        } else if (number > link.number()) {
            paper.line(new Paper.Span("○ " + planned, Ink.FAINT));
        } else {
            paper.line(new Paper.Span("◐ " + link.hop(), Ink.BUSY));
            steps(number).forEach(this::step);
        }
    }

    private void step(Step step) {
        int order = step.compareTo(link.step());
        Paper.Span sign = order < 0
                ? new Paper.Span("  ✓ ", Ink.GOOD)
                : new Paper.Span(order == 0 ? "  ◐ " : "  ○ ", order == 0 ? Ink.BUSY : Ink.FAINT);
        paper.line(sign, new Paper.Span(step.words(), order == 0 ? Ink.NORMAL : Ink.FAINT));
    }

    /** Those that a hop goes through in that place; a step that only some take is named while it is taken. */
    private List<Step> steps(int number) {
        List<Step> steps = new ArrayList<>();
        if (link.step() == Step.WAITING_FOR_GATEWAY || link.step() == Step.STARTING_COMMAND) {
            steps.add(link.step());
        }
        if (number == 1) {
            steps.add(Step.RESOLVING);
            steps.add(Step.REACHING);
        } else {
            steps.add(Step.TUNNELLING);
        }
        steps.addAll(List.of(Step.KEY_EXCHANGE, Step.HOST_KEY, Step.AUTHENTICATING));
        if (link.step() == Step.WAITING_FOR_ANSWER) {
            steps.add(link.step());
        }
        steps.sort(null);
        return steps;
    }
}
