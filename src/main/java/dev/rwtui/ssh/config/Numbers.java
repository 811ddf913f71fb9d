package dev.rwtui.ssh.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Numbers, ports and spans of time as ssh_config(5) writes them. */
final class Numbers {

    /** Bytes, kilo, mega and on, each 1024 of the one before. */
    private static final String SCALES = "BKMGTPE";

    private static final BigInteger MAX = BigInteger.valueOf(Integer.MAX_VALUE);

    /** No number of a configuration, which has 64 bits at most, has as many. */
    private static final int TOO_MANY_DIGITS = 40;

    private Numbers() {}

    /** From 0 to 2147483647. */
    static Parsed<Integer> integer(String text) {
        if (isShortNumber(text)) {
            return Parsed.of(Integer.parseInt(text));
        }
        if (!isNumber(text)) {
            return Parsed.bad("integer value " + (text.isEmpty() ? "missing" : "invalid"));
        }
        BigInteger value = amount(text);
        if (value.compareTo(MAX) > 0) {
            return Parsed.bad("integer value too large");
        }
        return value.signum() < 0 ? Parsed.bad("integer value too small") : Parsed.of(value.intValue());
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

    /** Of digits that may have a sign. A million of them take no longer than the first few that are too many. */
    private static BigInteger amount(String text) {
        int start = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        while (start < text.length() - 1 && text.charAt(start) == '0') {
            start++;
        }
        BigInteger size = text.length() - start > TOO_MANY_DIGITS
                ? BigInteger.TEN.pow(TOO_MANY_DIGITS)
                : new BigInteger(text.substring(start));
        return text.startsWith("-") ? size.negate() : size;
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

    /** As {@link #seconds(String)}; from 9.8 on without signs. */
    static Parsed<Integer> seconds(String text, OpenSsh ssh) {
        return text.indexOf('+') >= 0 && ssh.isAtLeast(9, 8) ? Parsed.bad("invalid time value") : seconds(text);
    }

    /** Seconds of the TIME FORMATS of sshd_config(5): {@code 90}, {@code 1h30m}, and {@code +90} as ssh long took it. */
    static Parsed<Integer> seconds(String text) {
        BigInteger total = BigInteger.ZERO;
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
            total = total.add(amount(text.substring(at, end)).multiply(BigInteger.valueOf(unit)));
            at = end + 1;
        }
        boolean fits = !text.isEmpty() && total.compareTo(MAX) <= 0;
        return fits ? Parsed.of(total.intValue()) : Parsed.bad("invalid time value");
    }

    /** Bytes, with the units of scan_scaled(3): {@code 512}, {@code 1.5G}. */
    static Parsed<Long> scaled(String text) {
        int digits = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        int end = digits;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        String number = text.substring(digits, end);
        int shift = end == text.length() ? 0 : 10 * SCALES.indexOf(Character.toUpperCase(text.charAt(end)));
        boolean trailing = end + 1 < text.length() && Character.isLetterOrDigit(text.charAt(end + 1));
        if (number.indexOf('.') != number.lastIndexOf('.') || shift < 0 || trailing) {
            return Parsed.bad("Invalid argument");
        }
        BigDecimal amount = number.replace(".", "").isEmpty()
                ? BigDecimal.ZERO
                : new BigDecimal("0" + number + (number.indexOf('.') < 0 ? "" : "0"));
        BigInteger whole = end == text.length() ? amount.toBigInteger() : scaled(amount, shift);
        return whole.bitLength() > 63
                ? Parsed.bad("Result too large")
                : Parsed.of(text.startsWith("-") ? -whole.longValue() : whole.longValue());
    }

    private static BigInteger scaled(BigDecimal amount, int shift) {
        return amount.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(shift))).toBigInteger();
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
