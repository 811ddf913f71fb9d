package dev.rwtui.ssh.config;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.LocalForward;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One forwarding specification of ssh_config(5) or ssh(1), its fields separated by colons, IPv6 addresses in brackets.
 * A field with a slash is the path of a Unix-domain socket.
 */
sealed interface ForwardSpec {

    String BAD = "Bad forwarding specification.";

    /** Longest host name and longest socket path that ssh takes. */
    int MAX_HOST = 1_024;

    int MAX_PATH = 107;

    record Tcp(LocalForward forward) implements ForwardSpec {}

    /** Well-formed, with a Unix-domain socket or without a host at one end. */
    record Other(String text) implements ForwardSpec {}

    /** The two arguments of {@code LocalForward}, variables expanded. */
    static Parsed<ForwardSpec> local(List<String> arguments, Reader reader) {
        return reader.variables()
                .expand(String.join(":", arguments))
                .then(text -> fields(text.stripLeading()).then(fields -> build(fields, reader)))
                .map(spec -> spec instanceof Other ? new Other(String.join(" ", arguments)) : spec)
                .then(spec -> Parsed.of(spec));
    }

    /** What reading a specification needs of the machine. */
    record Reader(Expansion variables, Numbers.Services services) {

        Optional<Integer> port(Field field) {
            return Numbers.port(field.text(), services).filter(port -> port > 0);
        }
    }

    record Field(String text, boolean path) {
        boolean fits() {
            return text.length() < (path ? MAX_PATH + 1 : MAX_HOST);
        }
    }

    private static Parsed<ForwardSpec> build(List<Field> fields, Reader reader) {
        if (!fields.stream().allMatch(Field::fits)) {
            return Parsed.bad(BAD);
        }
        Optional<ForwardSpec> spec = switch (fields.size()) {
            case 2 -> ofTwo(fields, reader);
            case 3 -> ofThree(fields, reader);
            default -> tcp(Optional.of(fields.get(0)), fields.subList(1, 4), reader);
        };
        return spec.map(Parsed::of).orElseGet(() -> Parsed.bad(BAD));
    }

    /** {@code path:path} and {@code port:path}. */
    private static Optional<ForwardSpec> ofTwo(List<Field> fields, Reader reader) {
        boolean listens = fields.get(0).path() || reader.port(fields.get(0)).isPresent();
        return fields.get(1).path() && listens ? Optional.of(new Other("")) : Optional.empty();
    }

    /** {@code path:host:port}, {@code bind:port:path} and {@code port:host:port}. */
    private static Optional<ForwardSpec> ofThree(List<Field> fields, Reader reader) {
        if (fields.get(0).path()) {
            return reader.port(fields.get(2)).map(port -> new Other(""));
        }
        if (fields.get(2).path()) {
            return reader.port(fields.get(1)).map(port -> new Other(""));
        }
        return tcp(Optional.empty(), fields, reader);
    }

    private static Optional<ForwardSpec> tcp(Optional<Field> bind, List<Field> rest, Reader reader) {
        Optional<Integer> from = reader.port(rest.get(0));
        Optional<Integer> to = reader.port(rest.get(2));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (rest.get(1).text().isEmpty()) {
            return Optional.of(new Other(""));
        }
        Optional<String> address = bind.map(field -> field.text().isEmpty() ? "*" : field.text());
        Endpoint target = new Endpoint(rest.get(1).text(), to.get());
        return Optional.of(new Tcp(new LocalForward(address, from.get(), target)));
    }

    private static Parsed<List<Field>> fields(String text) {
        List<Field> fields = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Optional<Split> next = text.charAt(at) == '[' ? bracketed(text, at) : plain(text, at);
            if (next.isEmpty() || fields.size() == 4) {
                return Parsed.bad(BAD);
            }
            fields.add(next.get().field());
            at = next.get().end();
        }
        return fields.size() < 2 ? Parsed.bad(BAD) : Parsed.of(fields);
    }

    private static Optional<Split> bracketed(String text, int at) {
        int close = text.indexOf(']', at);
        if (close < 0 || (close + 1 < text.length() && text.charAt(close + 1) != ':')) {
            return Optional.empty();
        }
        String inside = text.substring(at + 1, close);
        return Optional.of(new Split(new Field(inside, inside.indexOf('/') >= 0), close + 2));
    }

    /** Up to the next colon; a backslash makes the next character one of the field. */
    private static Optional<Split> plain(String text, int start) {
        StringBuilder field = new StringBuilder();
        boolean path = false;
        int at = start;
        while (at < text.length() && text.charAt(at) != ':') {
            boolean escaped = text.charAt(at) == '\\';
            at += escaped ? 1 : 0;
            if (at == text.length()) {
                return Optional.empty();
            }
            path |= !escaped && text.charAt(at) == '/';
            field.append(text.charAt(at));
            at++;
        }
        return Optional.of(new Split(new Field(field.toString(), path), at + 1));
    }

    record Split(Field field, int end) {}
}
