package dev.rwtui.ssh.config;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Numbers, ports and spans of time as ssh_config(5) writes them. */
final class Numbers {

    private static final BigInteger MAX = BigInteger.valueOf(Integer.MAX_VALUE);

    private Numbers() {}

    /** From 0 to 2147483647. */
    static Parsed<Integer> integer(String text) {
        if (!isNumber(text)) {
            return Parsed.bad("integer value " + (text.isEmpty() ? "missing" : "invalid"));
        }
        BigInteger value = new BigInteger(text);
        if (value.compareTo(MAX) > 0) {
            return Parsed.bad("integer value too large");
        }
        return value.signum() < 0 ? Parsed.bad("integer value too small") : Parsed.of(value.intValue());
    }

    private static boolean isNumber(String text) {
        int start = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        return start < text.length() && text.chars().skip(start).allMatch(Numbers::isDigit);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** A number from 0 to 65535 or, where {@code services} knows it, a name such as {@code ssh}; empty for neither. */
    static Optional<Integer> port(String text, Services services) {
        Parsed<Integer> number = integer(text);
        if (number instanceof Parsed.Good<Integer> good && good.value() <= 65_535) {
            return Optional.of(good.value());
        }
        return services.port(text);
    }

    /** Seconds of the TIME FORMATS of sshd_config(5): {@code 90}, {@code 1h30m}. */
    static Parsed<Integer> seconds(String text) {
        BigInteger total = BigInteger.ZERO;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            long unit = end == text.length() ? 1 : unit(text.charAt(end));
            if (end == at || unit == 0) {
                return Parsed.bad("invalid time value");
            }
            total = total.add(new BigInteger(text.substring(at, end)).multiply(BigInteger.valueOf(unit)));
            at = end + 1;
        }
        boolean fits = !text.isEmpty() && total.compareTo(MAX) <= 0;
        return fits ? Parsed.of(total.intValue()) : Parsed.bad("invalid time value");
    }

    private static long unit(char letter) {
        return switch (String.valueOf(letter).toLowerCase(Locale.ROOT)) {
            case "s" -> 1;
            case "m" -> 60;
            case "h" -> 3_600;
            case "d" -> 86_400;
            case "w" -> 604_800;
            default -> 0;
        };
    }

    /** Names of ports, as services(5) lists them. */
    @FunctionalInterface
    interface Services {
        Optional<Integer> port(String name);
    }
}
