package dev.rwtui.facts;

import dev.rwtui.remote.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The frames of {@code machine.sh}, by kind. */
final class Told {

    private final Map<String, List<String>> frames = new HashMap<>();

    void hear(Frame frame) {
        boolean mounts = frame.field(0).equals("mounts");
        frames.put(frame.kind() + (mounts ? " mounts" : ""), frame.fields());
    }

    /** Of one kind; the mounts on the way to a directory are of the kind {@code home mounts}. */
    Optional<List<String>> fields(String kind) {
        return Optional.ofNullable(frames.get(kind));
    }

    /** One field, empty where it was not told. */
    String field(String kind, int index) {
        return fields(kind)
                .filter(fields -> index < fields.size())
                .map(fields -> fields.get(index))
                .orElse("");
    }

    /** Of a part with a limit. */
    Optional<Answer> answer(String part) {
        return fields(part).map(fields -> Answer.parse(field(part, 0), field(part, 1)));
    }
}
