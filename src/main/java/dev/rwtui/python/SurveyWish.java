package dev.rwtui.python;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What a survey looks for beside environments.
 *
 * @param repository the mapped repository's path there, absolute or {@code ~/…}
 * @param origins URLs whose clones are looked for; none is looked for without one
 * @param same whether two URLs name one repository: a wanted one, one that was found
 */
public record SurveyWish(Optional<String> repository, List<String> origins, BiPredicate<String, String> same) {

    public SurveyWish {
        origins = List.copyOf(origins);
    }

    /** Environments alone, wherever they are. */
    public static SurveyWish environments() {
        return new SurveyWish(Optional.empty(), List.of(), String::equals);
    }

    boolean wants(String url) {
        return origins.stream().anyMatch(origin -> same.test(origin, url));
    }
}
