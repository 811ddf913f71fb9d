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
record ForwardSpec(End listen, End connect) {

    static final String BAD = "Bad forwarding specification.";

    /** Longest host name and longest socket path that ssh takes. */
    private static final int MAX_HOST = 1_024;

    private static final int MAX_PATH = 107;

    /** What ssh cuts a specification to before it reads it. */
    private static final int MAX_TEXT = 255;

    /** One end of a forward. */
    sealed interface End {}

    /** @param host empty text where colons stand around nothing; no host at all where only a port is named */
    record Port(Optional<String> host, int number) implements End {}

    record Path(String path) implements End {}

    /** Wherever the client of a SOCKS proxy wants to go. */
    record Socks() implements End {}

    /** What kind of forward a specification is for. */
    enum Kind {
        LOCAL("localforward"),
        REMOTE("remoteforward"),
        DYNAMIC("dynamicforward");

        private final String keyword;

        Kind(String keyword) {
            this.keyword = keyword;
        }

        String keyword() {
            return keyword;
        }
    }

    /** What reading a specification needs of the machine. */
    record Reader(Expansion variables, Numbers.Services services) {

        /** -1 for what is no port. */
        int port(Field field) {
            return Numbers.port(field.text(), services).orElse(-1);
        }
    }

    /** The arguments of a forwarding keyword, variables expanded. */
    static Parsed<ForwardSpec> parse(List<String> arguments, Kind kind, Reader reader) {
        boolean alone = arguments.size() < 2 || arguments.get(1).isEmpty();
        Form form = kind == Kind.DYNAMIC || (kind == Kind.REMOTE && alone) ? Form.DYNAMIC : Form.TO_A_TARGET;
        String all = form == Form.DYNAMIC || alone ? arguments.get(0) : arguments.get(0) + ":" + arguments.get(1);
        Parsed<String> expanded = reader.variables().expand(all.substring(0, Math.min(MAX_TEXT, all.length())));
        Parsed<List<Field>> fields = expanded.isGood() ? fields(expanded.or("").stripLeading()) : Parsed.bad(BAD);
        Optional<ForwardSpec> spec = fields.isGood() ? build(fields.or(List.of()), reader) : Optional.empty();
        return spec.isPresent() && spec.get().isGood(form, kind) ? Parsed.of(spec.get()) : Parsed.bad(BAD);
    }

    /** Whether a specification says where to connect to. */
    private enum Form {
        DYNAMIC,
        TO_A_TARGET
    }

    private static Optional<ForwardSpec> build(List<Field> fields, Reader reader) {
        return switch (fields.size()) {
            case 1 -> Optional.of(new ForwardSpec(listening(fields.get(0), reader), new Socks()));
            case 2 -> ofTwo(fields.get(0), fields.get(1), reader);
            case 3 -> Optional.of(ofThree(fields, reader));
            case 4 ->
                Optional.of(new ForwardSpec(
                        at(fields.get(0), fields.get(1), reader), at(fields.get(2), fields.get(3), reader)));
            default -> Optional.empty();
        };
    }

    /** {@code path:path}, {@code port:path} and {@code bind:port}. */
    private static Optional<ForwardSpec> ofTwo(Field first, Field second, Reader reader) {
        if (second.path()) {
            return Optional.of(new ForwardSpec(listening(first, reader), new Path(second.text())));
        }
        return Optional.of(new ForwardSpec(at(first, second, reader), new Socks()));
    }

    /** {@code path:host:port}, {@code bind:port:path} and {@code port:host:port}. */
    private static ForwardSpec ofThree(List<Field> fields, Reader reader) {
        Field last = fields.get(2);
        return last.path() && !fields.get(0).path()
                ? new ForwardSpec(at(fields.get(0), fields.get(1), reader), new Path(last.text()))
                : new ForwardSpec(listening(fields.get(0), reader), at(fields.get(1), last, reader));
    }

    private static End listening(Field field, Reader reader) {
        return field.path() ? new Path(field.text()) : new Port(Optional.empty(), reader.port(field));
    }

    private static Port at(Field host, Field port, Reader reader) {
        return new Port(Optional.of(host.text()), reader.port(port));
    }

    private boolean isGood(Form form, Kind kind) {
        boolean socks = connect instanceof Socks;
        return socks == (form == Form.DYNAMIC)
                && fits(listen, kind == Kind.REMOTE ? 0 : 1)
                && (socks || fits(connect, 1));
    }

    private static boolean fits(End end, int lowest) {
        if (end instanceof Path path) {
            return path.path().length() <= MAX_PATH;
        }
        return end instanceof Port port
                && port.number() >= lowest
                && port.host().filter(host -> host.length() >= MAX_HOST).isEmpty();
    }

    /** As a TCP port that leads to a TCP port; empty where a socket's path or no host stands at one end. */
    Optional<LocalForward> tcp() {
        if (listen instanceof Port from
                && connect instanceof Port to
                && to.host().filter(host -> !host.isEmpty()).isPresent()) {
            Optional<String> bind = from.host().map(host -> host.isEmpty() ? "*" : host);
            return Optional.of(
                    new LocalForward(bind, from.number(), new Endpoint(to.host().get(), to.number())));
        }
        return Optional.empty();
    }

    /** One field between colons. */
    record Field(String text, boolean path) {}

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
        return Parsed.of(fields);
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

    private record Split(Field field, int end) {}
}
