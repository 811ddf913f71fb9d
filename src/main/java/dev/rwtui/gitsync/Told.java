package dev.rwtui.gitsync;

import dev.rwtui.remote.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a script has said: frames by their kind, and texts that came in several. */
final class Told {

    private final Map<String, List<Frame>> frames = new HashMap<>();

    void hear(Frame frame) {
        frames.computeIfAbsent(frame.kind(), kind -> new ArrayList<>()).add(frame);
    }

    Optional<Frame> first(String kind) {
        return all(kind).stream().findFirst();
    }

    List<Frame> all(String kind) {
        return frames.getOrDefault(kind, List.of());
    }

    /** The first field of the first; empty where there is none, or it is empty. */
    Optional<String> value(String kind) {
        return first(kind).map(frame -> frame.field(0)).filter(text -> !text.isEmpty());
    }

    /** A text of any length. */
    String text(String kind) {
        StringBuilder text = new StringBuilder();
        all(kind).forEach(frame -> text.append(frame.field(0)));
        return text.toString();
    }

    /** Its lines, none of them empty. */
    List<String> lines(String kind) {
        return text(kind).lines().filter(line -> !line.isEmpty()).toList();
    }
}
