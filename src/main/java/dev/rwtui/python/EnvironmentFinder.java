package dev.rwtui.python;

import dev.rwtui.base.Cancellation;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.Survey;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Finds the environment of a machine that a person means. */
public final class EnvironmentFinder {

    private final EnvironmentProbe probe;

    public EnvironmentFinder(EnvironmentProbe probe) {
        this.probe = probe;
    }

    /**
     * Looks over the machine where it is not known yet. Blocks.
     *
     * @param name its name, its prefix or the path of its python
     * @param known what was found there before
     * @throws PlaceException where there is none of that name, or several, or nobody can look
     */
    public Environment find(Place place, String name, List<Environment> known, Cancellation cancellation)
            throws PlaceException {
        List<Environment> before = named(known, name);
        if (before.size() == 1) {
            return before.get(0);
        }
        AtomicReference<Survey> last = new AtomicReference<>();
        probe.survey(place, SurveyWish.environments(), cancellation, last::set);
        Survey survey = Optional.ofNullable(last.get())
                .orElseThrow(() -> new PlaceException("the search for environments said nothing"));
        List<Environment> found = named(survey.environments(), name);
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.size() > 1) {
            throw new PlaceException("there are " + found.size() + " environments called " + name
                    + "; say which by its path: "
                    + String.join(", ", found.stream().map(Environment::prefix).toList()));
        }
        throw new PlaceException(survey.failure()
                .orElseGet(() -> "there is no environment " + name + "; there are "
                        + (survey.environments().isEmpty()
                                ? "none"
                                : String.join(
                                        ", ",
                                        survey.environments().stream()
                                                .map(Environment::name)
                                                .toList()))));
    }

    private static List<Environment> named(List<Environment> all, String name) {
        String path = name.length() > 1 && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return all.stream()
                .filter(one -> one.name().equals(name)
                        || one.prefix().equals(path)
                        || one.key().equals(path))
                .toList();
    }
}
