package dev.rwtui.python.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a YAML or TOML file, as text: {@code 3.10} stays that. A line is 0 where the format's reader tells none. */
sealed interface Node {

    int line();

    /** Its text; empty where it is none. */
    default Optional<String> text() {
        return Optional.empty();
    }

    /** Its items; none where it is no sequence. */
    default List<Node> items() {
        return List.of();
    }

    /** Its fields, in the order of the file; none where it is no table. */
    default Map<String, Node> fields() {
        return Map.of();
    }

    /** What a path of names leads to. */
    default Optional<Node> at(String... path) {
        Node node = this;
        for (String name : path) {
            Node next = node.fields().get(name);
            if (next == null) {
                return Optional.empty();
            }
            node = next;
        }
        return Optional.of(node);
    }

    /** The text that a path of names leads to. */
    default Optional<String> text(String... path) {
        return at(path).flatMap(Node::text);
    }

    default boolean isTrue(String name) {
        return text(new String[] {name}).filter(value -> value.equals("true")).isPresent();
    }

    /** A single value. */
    record Scalar(String value, int line) implements Node {
        @Override
        public Optional<String> text() {
            return Optional.of(value);
        }
    }

    /** Nothing: {@code null}, or an empty value in YAML. */
    record Empty(int line) implements Node {}

    /** Values in order. */
    record Sequence(List<Node> items, int line) implements Node {}

    /** Values by name. */
    record Table(Map<String, Node> fields, int line) implements Node {}
}
