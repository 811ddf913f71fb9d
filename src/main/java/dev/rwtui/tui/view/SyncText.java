package dev.rwtui.tui.view;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.model.Change;
import dev.rwtui.gitsync.model.Difference;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.gitsync.model.Upstream;
import dev.rwtui.gitsync.model.Verdict;
import dev.rwtui.gitsync.model.WorkingCopy;
import dev.rwtui.python.model.Survey;
import dev.rwtui.repo.model.Head;
import dev.rwtui.repo.model.Remote;
import dev.rwtui.repo.model.RepositoryFacts;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Text;
import dev.rwtui.tui.model.Ages;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Code;
import dev.rwtui.tui.model.PlanPage;
import dev.rwtui.tui.model.SyncNews;
import dev.rwtui.tui.model.SyncPages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the repository stands on the shown host: the verdict first, then what it rests on. */
final class SyncText {

    private static final int LABELS = 10;
    private static final int PATH_AT_LEAST = 12;

    private final AppState state;
    private final HostAlias host;
    private final Region place;
    private final Paper paper;
    private final Form form;

    /** How much room a sentence may take. */
    private enum Form {
        FULL,
        BRIEF
    }

    private SyncText(AppState state, HostAlias host, Region place, Form form) {
        this.form = form;
        this.state = state;
        this.host = host;
        this.place = place;
        this.paper = new Paper(place);
    }

    /** Everything but the differences, each in a line. */
    static Paper summary(AppState state, HostAlias host, Region place) {
        SyncText text = new SyncText(state, host, place, Form.BRIEF);
        text.summary();
        return text.paper;
    }

    /** On so many rows at most, with as many differences as fit. */
    static Paper of(AppState state, HostAlias host, Region place, int rows) {
        SyncText text = new SyncText(state, host, place, Form.FULL);
        text.summary();
        state.facts().syncs().status(host).ifPresent(status -> text.differences(status, rows - text.paper.size()));
        return text.paper;
    }

    private void summary() {
        state.syncStep(host).ifPresent(step -> say("◐", step + ": Esc cancels", Ink.BUSY));
        Optional<SyncNews.Read> reading = state.facts().syncs().reading(host);
        Optional<SyncStatus> status = reading.flatMap(SyncNews.Read::status);
        Optional<SyncFailure> failure = reading.flatMap(SyncNews.Read::failure);
        if (status.isEmpty()) {
            unknown(failure);
            return;
        }
        verdict(status.get().verdict());
        if (failure.isPresent()) {
            outdated(failure.get());
        } else if (!(state.link(host) instanceof Link.Up)) {
            say("", "as it was last: " + host + " is not connected", Ink.FAINT);
        }
        status.get().here().ifPresent(here -> fact("here", copy(here)));
        status.get().there().ifPresent(there -> fact("there", copy(there)));
        upstream(status.get());
        last();
    }

    private void verdict(Verdict verdict) {
        Look look = look(verdict);
        say(look.sign(), look.words(), look.ink());
        if (verdict.kind() == Verdict.Kind.NO_REPOSITORY) {
            state.facts()
                    .code()
                    .repository()
                    .flatMap(RepositoryFacts::first)
                    .map(Remote::shown)
                    .ifPresent(url -> say("", "c makes a clone of " + url + " there", Ink.NORMAL));
        }
    }

    /** A paragraph, or its beginning where a line is all there may be. */
    private SyncText say(String sign, String text, Ink ink) {
        if (form == Form.FULL) {
            paper.say(sign, text, ink);
        } else if (!text.isEmpty()) {
            paper.line(new Paper.Span(sign.isEmpty() ? "  " : sign + " ", ink), new Paper.Span(text, ink));
        }
        return this;
    }

    static Look look(Verdict verdict) {
        return switch (verdict.kind()) {
            case SAME_CODE -> new Look("✓", verdict.words(), Ink.GOOD);
            case BEHIND -> new Look("↓", verdict.words(), Ink.BUSY);
            case INCOMING, UPLOADED -> new Look("≈", verdict.words(), Ink.GOOD);
            case OTHER_COMMIT -> new Look("◇", verdict.words(), Ink.WARNING);
            case AHEAD -> new Look("↑", verdict.words(), Ink.WARNING);
            case HOLDS_WORK, DIVERGED -> new Look("⚠", verdict.words(), Ink.WARNING);
            case NO_SUCH_BRANCH -> new Look("✕", verdict.words(), Ink.BAD);
            case NO_REPOSITORY -> new Look("○", verdict.words(), Ink.STRONG);
            case UNKNOWN -> new Look("?", verdict.words(), Ink.WARNING);
        };
    }

    private void outdated(SyncFailure failure) {
        say("✕", "as it was; not read again: " + failure.why(), Ink.BAD).say("", failure.advice(), Ink.NORMAL);
    }

    /** Why there is no verdict, and what to do. */
    private void unknown(Optional<SyncFailure> failure) {
        Code code = state.facts().code();
        if (failure.isPresent()) {
            say("✕", failure.get().why(), Ink.BAD).say("", failure.get().advice(), Ink.NORMAL);
        } else if (code.failure().isPresent()) {
            say("✕", code.failure().get(), Ink.BAD);
        } else if (code.repository().isEmpty() && state.shownSurvey().isPresent()) {
            say("○", "rwtui was not started in a git repository.", Ink.FAINT);
        } else if (code.mappings().containsKey(host)
                && code.mapping(host).path().isEmpty()) {
            unmapped();
        } else if (state.syncStep(host).isEmpty()) {
            say(
                    "○",
                    state.link(host) instanceof Link.Up
                            ? "Reading how the code stands."
                            : host + " is not connected: R connects it and reads.",
                    Ink.FAINT);
        }
    }

    private void unmapped() {
        List<String> clones = state.shownSurvey().map(Survey::clones).orElse(List.of());
        say("○", "not mapped: m says where the repository is on " + host, Ink.STRONG);
        if (!clones.isEmpty()) {
            say("", "clones of it are in " + String.join(", ", clones), Ink.NORMAL);
        }
    }

    private void fact(String label, String value) {
        paper.line(
                new Paper.Span(label + " ".repeat(LABELS - label.length()), Ink.FAINT),
                new Paper.Span(value, Ink.NORMAL));
    }

    private String copy(WorkingCopy copy) {
        List<String> parts = new ArrayList<>();
        parts.add(head(copy));
        copy.upstream()
                .map(SyncText::distance)
                .filter(words -> !words.isEmpty())
                .ifPresent(parts::add);
        parts.add(dirt(copy));
        parts.addAll(copy.operations());
        Stream.of(WorkingCopy.Trait.values())
                .filter(copy.traits()::contains)
                .map(WorkingCopy.Trait::words)
                .forEach(parts::add);
        return String.join(" · ", parts);
    }

    private static String head(WorkingCopy copy) {
        String commit = copy.commit().map(PlanPage::brief).orElse("no commit yet");
        return copy.head() instanceof Head.Branch branch ? branch.name() + " " + commit : "no branch, at " + commit;
    }

    private static String distance(Upstream upstream) {
        String ahead = upstream.ahead() > 0 ? upstream.ahead() + " ahead" : "";
        String behind = upstream.behind() > 0 ? upstream.behind() + " behind" : "";
        return ahead + (ahead.isEmpty() || behind.isEmpty() ? "" : ", ") + behind;
    }

    private static String dirt(WorkingCopy copy) {
        List<String> counts = new ArrayList<>();
        for (Change.Kind kind : Change.Kind.values()) {
            int count = copy.count(kind);
            if (count > 0) {
                counts.add(count + " " + plural(kind, count));
            }
        }
        return counts.isEmpty() ? "clean" : String.join(", ", counts);
    }

    private static String plural(Change.Kind kind, int count) {
        return switch (kind) {
            case MODIFIED, ADDED, DELETED, UNMERGED, UNTRACKED -> kind.words();
            case NESTED -> count == 1 ? kind.words() : "nested repositories";
            case SUBMODULE -> count == 1 ? kind.words() : "submodules";
        };
    }

    /** What the branch there follows, else the one here. */
    private void upstream(SyncStatus status) {
        Optional<Upstream> followed = status.there()
                .flatMap(WorkingCopy::upstream)
                .or(() -> status.here().flatMap(WorkingCopy::upstream));
        String fetched = status.there().map(this::fetched).orElse("");
        if (followed.isEmpty()) {
            fact("upstream", "none" + fetched);
            return;
        }
        String commit = status.incoming()
                .or(() -> followed.get().commit())
                .map(PlanPage::brief)
                .orElse("never fetched, or gone");
        fact("upstream", followed.get().words() + " " + commit + fetched);
    }

    private String fetched(WorkingCopy there) {
        return there.fetched().map(when -> " · fetched there " + age(when)).orElse(" · never fetched there");
    }

    private String age(Instant when) {
        Duration age = Ages.since(when, state.now(), Ages.coarse(when, state.now()));
        return age.isZero() ? "just now" : Ages.words(age) + " ago";
    }

    /** How the last one ended, as long as rwtui runs. */
    private void last() {
        state.facts()
                .syncs()
                .ended(host)
                .flatMap(SyncNews.Ended::outcome)
                .ifPresent(outcome -> fact("last", SyncPages.ended(outcome)));
    }

    private void differences(SyncStatus status, int rows) {
        int all = status.differences().size();
        List<Difference> shown = SyncPages.first(status, all <= rows ? all : rows - 1);
        shown.forEach(this::difference);
        if (shown.size() < all && rows > 0) {
            long only = status.differences().stream()
                            .filter(SyncText::isNowhereElse)
                            .count()
                    - shown.stream().filter(SyncText::isNowhereElse).count();
            String warning = only == 0 ? "" : ", " + only + " of them nowhere else";
            paper.line(new Paper.Span(
                    "  " + (all - shown.size()) + " more" + warning + ": Enter shows all",
                    only == 0 ? Ink.FAINT : Ink.WARNING));
        }
    }

    private static boolean isNowhereElse(Difference difference) {
        return difference.standing() == Difference.Standing.NOWHERE_ELSE;
    }

    /** The words are left out where they would leave nothing of the path. */
    private void difference(Difference difference) {
        boolean only = isNowhereElse(difference);
        String words = difference.standing().words();
        int room = place.width() - 2 - 2 - Text.widthOf(words);
        boolean fits = room >= PATH_AT_LEAST;
        String path = place.truncated(difference.change().path(), fits ? room : place.width() - 2)
                .toString();
        paper.line(
                new Paper.Span(only ? "! " : "  ", Ink.WARNING),
                new Paper.Span(path + "  ", only ? Ink.STRONG : Ink.NORMAL),
                new Paper.Span(fits ? words : "", only ? Ink.WARNING : Ink.FAINT));
    }

    /** Where the repository is on both sides; only there where the room is small; else nothing. */
    static String title(AppState state, HostAlias host, int room) {
        Code code = state.facts().code();
        Optional<String> here = code.repository().flatMap(RepositoryFacts::root);
        Optional<String> there = code.mapping(host).path().map(path -> host + ":" + path);
        String both =
                here.flatMap(root -> there.map(path -> root + " ⇄ " + path)).orElse("");
        if (Text.widthOf(both) <= room) {
            return both;
        }
        return there.filter(path -> Text.widthOf(path) <= room).orElse("");
    }
}
