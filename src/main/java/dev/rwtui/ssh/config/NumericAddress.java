package dev.rwtui.ssh.config;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Brings a host name into the one form in which ssh uses it. Never asks a name server. */
public final class NumericAddress {

    private static final java.util.regex.Pattern HEXADECIMAL = java.util.regex.Pattern.compile("0x[0-9a-f]{1,8}");
    private static final java.util.regex.Pattern OCTAL = java.util.regex.Pattern.compile("0[0-7]{0,11}");
    private static final java.util.regex.Pattern DECIMAL = java.util.regex.Pattern.compile("[1-9][0-9]{0,9}");

    private NumericAddress() {}

    /** Addresses in their usual form ({@code 127.1} is {@code 127.0.0.1}), names in lower case. */
    static String normal(String host) {
        return normal(host, AddressFamily.ANY);
    }

    /** As {@link #normal(String)}; an address of another family is left as it is. */
    static String normal(String host, AddressFamily family) {
        if (looksLikeAddress(host)) {
            boolean six = host.indexOf(':') >= 0;
            boolean other = family == (six ? AddressFamily.INET : AddressFamily.INET6);
            String normal = other ? host : (six ? ipv6(host) : ipv4(host)).orElse(host);
            // ssh does not mind capitals.
            return normal.equalsIgnoreCase(host) ? host : normal;
        }
        boolean digit = !host.isEmpty() && host.charAt(0) >= '0' && host.charAt(0) <= '9';
        Optional<String> address = digit && family != AddressFamily.INET6 ? ipv4(host) : Optional.empty();
        return address.orElseGet(() -> host.toLowerCase(Locale.ROOT));
    }

    /** What ssh takes for an address, though it may be none: it is never lower-cased. */
    static boolean looksLikeAddress(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == '%' || c == ':') {
                return true;
            }
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /** Whether it really is one, with a zone or without. */
    static boolean isAddress(String host) {
        if (!looksLikeAddress(host)) {
            return false;
        }
        int zone = host.indexOf('%');
        String bare = zone < 0 ? host : host.substring(0, zone);
        return bare.indexOf(':') < 0
                ? zone < 0 && ipv4(bare).isPresent()
                : parsed(bare).isPresent();
    }

    /** inet_aton(3): one to four parts, decimal, octal or hexadecimal; the last one fills what is left. */
    private static Optional<String> ipv4(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        int bits = 8 * (5 - parts.length);
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            Optional<Long> part = number(parts[i]);
            long limit = last ? 1L << bits : 256;
            if (part.isEmpty() || part.get() >= limit) {
                return Optional.empty();
            }
            address = last ? (address << bits) + part.get() : (address << 8) + part.get();
        }
        return Optional.of(
                (address >> 24) + "." + ((address >> 16) & 255) + "." + ((address >> 8) & 255) + "." + (address & 255));
    }

    private static Optional<Long> number(String text) {
        String digits = text.toLowerCase(Locale.ROOT);
        if (HEXADECIMAL.matcher(digits).matches()) {
            return Optional.of(Long.parseLong(digits.substring(2), 16));
        }
        if (OCTAL.matcher(digits).matches()) {
            return Optional.of(Long.parseLong(digits, 8));
        }
        return DECIMAL.matcher(digits).matches() ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    /** As getnameinfo(3) writes it, which is what {@code ssh} records. */
    public static String text(InetAddress address) {
        String text = address.getHostAddress();
        if (!(address instanceof Inet6Address six)) {
            return text;
        }
        int zone = text.indexOf('%');
        String bare = shortest(zone < 0 ? text : text.substring(0, zone));
        return six.getScopedInterface() == null
                ? bare + (zone < 0 ? "" : text.substring(zone))
                : bare + "%" + six.getScopedInterface().getName();
    }

    /** RFC 5952. Link-local and IPv4-mapped addresses stay as they are written. */
    private static Optional<String> ipv6(String host) {
        Optional<InetAddress> address = parsed(host);
        return address.isPresent() && address.get() instanceof Inet6Address six && !six.isLinkLocalAddress()
                ? Optional.of(shortest(six.getHostAddress()))
                : Optional.empty();
    }

    /** A literal with a colon is parsed, not looked up. */
    private static Optional<InetAddress> parsed(String literal) {
        if (!literal.matches("[0-9A-Fa-f:.]+")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** The longest run of two or more zeros, the first of equals, becomes {@code ::}. */
    private static String shortest(String address) {
        List<String> groups = new ArrayList<>(Arrays.asList(address.split(":")));
        int start = 0;
        int length = 1;
        for (int i = 0; i < groups.size(); i++) {
            int run = zeros(groups, i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        if (length == 1) {
            return address;
        }
        return String.join(":", groups.subList(0, start)) + "::"
                + String.join(":", groups.subList(start + length, groups.size()));
    }

    private static int zeros(List<String> groups, int from) {
        int end = from;
        while (end < groups.size() && groups.get(end).equals("0")) {
            end++;
        }
        return end - from;
    }
}
