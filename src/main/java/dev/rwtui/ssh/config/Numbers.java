package dev.rwtui.ssh.config;

import java.util.Optional;

/** Numbers, ports and spans of time as ssh_config(5) writes them. */
final class Numbers {

    /** More than any number or time may be; how much more does not matter. */
    private static final long TOO_MUCH = Integer.MAX_VALUE + 1L;

    private Numbers() {}

    /** From 0 to 2147483647. */
    static Parsed<Integer> integer(String text) {
        if (isShortNumber(text)) {
            return Parsed.of(Integer.parseInt(text));
        }
        if (!isNumber(text)) {
            return Parsed.bad("integer value " + (text.isEmpty() ? "missing" : "invalid"));
        }
        boolean signed = !isDigit(text.charAt(0));
        long size = amount(text, signed ? 1 : 0, text.length());
        if (text.startsWith("-")) {
            return size > 0 ? Parsed.bad("integer value too small") : Parsed.of(0);
        }
        return size == TOO_MUCH ? Parsed.bad("integer value too large") : Parsed.of((int) size);
    }

    /** Almost every number there is. */
    private static boolean isShortNumber(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String text) {
        int start = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        return start < text.length() && text.chars().skip(start).allMatch(Numbers::isDigit);
    }

    /** What some digits say, up to {@link #TOO_MUCH}. */
    private static long amount(String text, int start, int end) {
        long amount = 0;
        for (int at = start; at < end; at++) {
            amount = Math.min(TOO_MUCH, amount * 10 + text.charAt(at) - '0');
        }
        return amount;
    }

    static boolean isDigit(int c) {
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

    /** As {@link #seconds(String)}; from 9.8 on without signs. */
    static Parsed<Integer> seconds(String text, OpenSsh ssh) {
        return text.indexOf('+') >= 0 && ssh.isAtLeast(9, 8) ? Parsed.bad("invalid time value") : seconds(text);
    }

    /** Seconds of the TIME FORMATS of sshd_config(5): {@code 90}, {@code 1h30m}, and {@code +90} as ssh long took it. */
    static Parsed<Integer> seconds(String text) {
        long total = 0;
        int at = 0;
        while (at < text.length()) {
            at += text.charAt(at) == '+' ? 1 : 0;
            int end = at;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            long unit = end == text.length() ? 1 : unit(text.charAt(end));
            if (end == at || unit == 0) {
                return Parsed.bad("invalid time value");
            }
            total = Math.min(TOO_MUCH, total + amount(text, at, end) * unit);
            at = end + 1;
        }
        boolean fits = !text.isEmpty() && total < TOO_MUCH;
        return fits ? Parsed.of((int) total) : Parsed.bad("invalid time value");
    }

    /** The leading octal digits of a mode, from 0 to 0777. */
    static Optional<Integer> octalMask(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
            end++;
        }
        String digits = text.substring(0, end).replaceFirst("^0+(?=.)", "");
        return digits.isEmpty() || digits.length() > 3 ? Optional.empty() : Optional.of(Integer.valueOf(digits, 8));
    }

    private static long unit(char letter) {
        return switch (letter) {
            case 's', 'S' -> 1;
            case 'm', 'M' -> 60;
            case 'h', 'H' -> 3_600;
            case 'd', 'D' -> 86_400;
            case 'w', 'W' -> 604_800;
            default -> 0;
        };
    }

    /** Names of ports, as services(5) lists them. */
    @FunctionalInterface
    interface Services {
        Optional<Integer> port(String name);
    }
}
