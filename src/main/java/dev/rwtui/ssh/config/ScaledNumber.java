package dev.rwtui.ssh.config;

/**
 * Bytes with the units of scan_scaled(3): {@code 512}, {@code 1.5G}. Where a number no longer fits, and where digits are
 * dropped, is as in that function, whose arithmetic has 64 bits.
 */
final class ScaledNumber {

    /** Bytes, kilo, mega and on, each 1024 of the one before. */
    private static final String SCALES = "bkmgtpe";

    private static final int MAX_DIGITS = 20;

    private static final int MAX_DECIMALS = 19;

    private static final Parsed<Long> INVALID = Parsed.bad("Invalid argument");

    private static final Parsed<Long> TOO_LARGE = Parsed.bad("Numerical result out of range");

    private ScaledNumber() {}

    static Parsed<Long> parse(String text) {
        int start = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        int point = endOfDigits(text, start);
        int begin = point < text.length() && text.charAt(point) == '.' ? point + 1 : point;
        int end = endOfDigits(text, begin);
        int scale = end == text.length() ? 0 : SCALES.indexOf(Character.toLowerCase(text.charAt(end)));
        if (scale < 0 || (end + 1 < text.length() && isAlphanumeric(text.charAt(end + 1)))) {
            return INVALID;
        }
        String decimals = text.substring(begin, Math.min(end, begin + MAX_DECIMALS));
        try {
            long unit = 1L << (10 * scale);
            long whole = value(text.substring(start, point));
            long part = part(decimals, unit);
            if (point - start > MAX_DIGITS || whole > Long.MAX_VALUE / unit) {
                return TOO_LARGE;
            }
            return Parsed.of(text.startsWith("-") ? -(whole * unit + part) : whole * unit + part);
        } catch (NumberFormatException e) {
            return TOO_LARGE;
        }
    }

    /** So many decimals of a unit, in bytes; the last ones do not count where they would not fit. */
    private static long part(String decimals, long unit) {
        long part = value(decimals);
        int count = decimals.length();
        while (part >= Long.MAX_VALUE / unit) {
            part /= 10;
            count--;
        }
        part *= unit;
        for (int i = 0; i < count; i++) {
            part /= 10;
        }
        return part;
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && Numbers.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isAlphanumeric(char c) {
        return Numbers.isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** @throws NumberFormatException where 64 bits do not hold it */
    private static long value(String digits) {
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
