package dev.rwtui.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A POSIX shell script that says what it finds as frames. It runs under {@code LC_ALL=C} ({@code $RWTUI_LC_ALL} holds what
 * the login shell had), in the environment of the login shell, and finds a function {@code say KIND FIELD...} and the
 * variables that it is given.
 *
 * @param text without a carriage return
 * @param variables names of the shell, with any value but NUL
 */
public record Script(String text, Map<String, String> variables) {

    /** The length of a value is counted in bytes under {@code LC_ALL=C}. */
    private static final String SAY = """
            say() {
              _kind=$1
              shift
              _sum=0
              for _field in "$@"; do _sum=$((_sum + ${#_field})); done
              printf '%s\\0' '' "$_mark" "$_kind" $# "$_sum" "$@"
            }
            """;

    public Script {
        variables = Map.copyOf(variables);
    }

    /** The resource beside a class. */
    public static Script beside(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource + " beside " + owner);
            }
            return new Script(new String(in.readAllBytes(), StandardCharsets.UTF_8), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Script with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(variables);
        more.put(variable, value);
        return new Script(text, more);
    }

    /** What is sent: all of it is read before any of it runs, so that nothing in it can eat the rest. */
    String sent(String mark) {
        return block(mark, "say end\nexit 0\n} </dev/null\n");
    }

    /** What is sent where it goes on as a program that reads what comes next; that is sent once it says so. */
    String opening(String mark) {
        return block(mark, "exit 0\n}\n");
    }

    private String block(String mark, String close) {
        StringBuilder sent = new StringBuilder("{\n_mark=" + mark + "\n");
        variables.forEach((name, value) ->
                sent.append(name).append('=').append(Posix.quoted(value)).append('\n'));
        sent.append(SAY).append(text).append('\n').append(close);
        return sent.toString();
    }
}
