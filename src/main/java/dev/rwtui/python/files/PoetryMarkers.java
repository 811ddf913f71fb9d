package dev.rwtui.python.files;

import dev.rwtui.python.model.Marker;
import dev.rwtui.python.model.Marker.Operand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a dependency of poetry applies: {@code markers}, {@code python} and {@code platform} of its table, all of them. */
final class PoetryMarkers {

    private PoetryMarkers() {}

    static Optional<Marker> of(Node dependency) {
        List<Marker> all = Stream.of(
                        dependency.text("markers").flatMap(Marker::parse),
                        dependency.text("python").flatMap(PoetryConstraint::pythonMarker),
                        dependency.text("platform").map(PoetryMarkers::platform))
                .flatMap(Optional::stream)
                .toList();
        return all.size() > 1 ? Optional.of(new Marker.And(all)) : all.stream().findFirst();
    }

    private static Marker platform(String name) {
        return new Marker.Comparison(new Operand.Variable("sys_platform"), "==", new Operand.Literal(name));
    }
}
