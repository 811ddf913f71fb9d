package dev.rwtui.engine;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.python.EnvironmentFinder;
import dev.rwtui.python.EnvironmentProbe;
import dev.rwtui.python.SurveyWish;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.Survey;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is known of the pythons of hosts. A host is surveyed once somebody looks at it while its session is up, once for
 * each session, and whenever a person asks. On the engine's thread alone.
 */
final class Surveys {

    private final EngineTools tools;
    private final Announcements announcements;
    private final Background background;
    private final EnvironmentProbe probe;

    /** Blocks. */
    private final Function<HostAlias, SurveyWish> wishes;

    /** Over the session that is up; nothing is connected for it. */
    private final Function<HostAlias, Place> standing;

    private final Map<HostAlias, Known> known = new HashMap<>();
    private final Set<HostAlias> up = new HashSet<>();
    private Optional<HostAlias> looked = Optional.empty();

    Surveys(
            EngineTools tools,
            Announcements announcements,
            Background background,
            EnvironmentProbe probe,
            Function<HostAlias, Place> standing,
            Function<HostAlias, SurveyWish> wishes) {
        this.tools = tools;
        this.announcements = announcements;
        this.background = background;
        this.probe = probe;
        this.standing = standing;
        this.wishes = wishes;
    }

    /** Of one host. */
    private static final class Known {
        private Optional<Survey> survey = Optional.empty();
        private Optional<Cancellation> running = Optional.empty();
        /** Its session is up, and nobody has looked over it yet. */
        private boolean due;
    }

    void look(Optional<HostAlias> host) {
        looked = host;
        host.ifPresent(this::beginWhereDue);
    }

    void sessionUp(HostAlias host) {
        up.add(host);
        of(host).due = true;
        beginWhereDue(host);
    }

    void sessionLost(HostAlias host) {
        up.remove(host);
        of(host).due = false;
    }

    /** Over the session that is there; without one it happens when there is. */
    void again(HostAlias host) {
        of(host).due = true;
        if (up.contains(host)) {
            beginWhereDue(host);
        }
    }

    /** Anew, whatever is known. */
    void survey(HostAlias host, Place place) {
        Known of = of(host);
        of.running.ifPresent(Cancellation::cancel);
        of.due = false;
        Cancellation cancellation = new Cancellation();
        of.running = Optional.of(cancellation);
        background.run(
                () -> probe.survey(
                        place,
                        wishes.apply(host),
                        cancellation,
                        survey -> tools.engine().execute(() -> told(host, cancellation, survey))),
                why -> tools.engine()
                        .execute(() -> told(
                                host, cancellation, Survey.failed(tools.timers().now(), why))));
    }

    /** What is installed in one environment; told by a notice. */
    void packages(HostAlias host, String environment, Place place) {
        List<Environment> before = environments(host);
        background.run(
                () -> listed(host, environment, listing(place, environment, before)),
                why -> listed(host, environment, Notice.Listing.failed(why)));
    }

    private Notice.Listing listing(Place place, String environment, List<Environment> before) {
        try {
            Environment found = new EnvironmentFinder(probe).find(place, environment, before, background.closing());
            return Notice.Listing.of(probe.packages(place, found, background.closing()));
        } catch (PlaceException e) {
            return Notice.Listing.failed(e.words());
        }
    }

    private void listed(HostAlias host, String environment, Notice.Listing listing) {
        tools.engine()
                .execute(() -> announcements.publish(
                        new Notice.PackagesListed(host, environment, announcements.nextRevision(), listing)));
    }

    /** What was found so far. */
    List<Environment> environments(HostAlias host) {
        return of(host).survey.map(Survey::environments).orElse(List.of());
    }

    /** The latest, for those who come late. */
    List<Notice> standing() {
        List<Notice> all = new ArrayList<>();
        known.forEach((host, of) -> of.survey.ifPresent(survey -> all.add(notice(host, survey))));
        return all;
    }

    void close() {
        known.values().forEach(of -> of.running.ifPresent(Cancellation::cancel));
    }

    private void beginWhereDue(HostAlias host) {
        if (of(host).due && up.contains(host) && looked.equals(Optional.of(host))) {
            survey(host, standing.apply(host));
        }
    }

    /** A survey that was overtaken by another is not heard any more. */
    private void told(HostAlias host, Cancellation cancellation, Survey survey) {
        Known of = of(host);
        if (!of.running.equals(Optional.of(cancellation))) {
            return;
        }
        if (survey.stage() != Survey.Stage.RUNNING) {
            of.running = Optional.empty();
        }
        Survey whole = survey.stage() == Survey.Stage.DONE
                ? survey
                : of.survey.map(survey::over).orElse(survey);
        of.survey = Optional.of(whole);
        announcements.publish(notice(host, whole));
    }

    private Notice notice(HostAlias host, Survey survey) {
        return new Notice.EnvironmentsFound(host, announcements.nextRevision(), survey);
    }

    private Known of(HostAlias host) {
        return known.computeIfAbsent(host, key -> new Known());
    }
}
