package dev.rwtui.ssh.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Networks, as {@code Match localnetwork} takes them. */
record Networks(List<Network> all) {

    static final Networks NONE = new Networks(List.of());

    /** An IPv6 address in full, and its mask. */
    private static final int MAX_ENTRY = 49;

    Networks {
        all = List.copyOf(all);
    }

    /** Of a comma-separated list in CIDR notation: {@code 10.0.0.0/8,fd00::/8}. */
    static Parsed<Networks> parse(String list) {
        List<Network> all = new ArrayList<>();
        for (String entry : list.split(",", -1)) {
            Optional<Network> network = network(entry);
            if (network.isEmpty()) {
                return Parsed.bad("Invalid network entry in \"" + list + "\"");
            }
            all.add(network.get());
        }
        return Parsed.of(new Networks(all));
    }

    /** Whether one of the addresses lies in one of the networks. */
    boolean holdAny(List<InetAddress> addresses) {
        return all.stream().anyMatch(network -> addresses.stream().anyMatch(network::holds));
    }

    /** @param bits how many of the base count */
    record Network(InetAddress base, int bits) {

        boolean holds(InetAddress address) {
            byte[] prefix = base.getAddress();
            byte[] other = address.getAddress();
            if (other.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                if (isSet(prefix, bit) != isSet(other, bit)) {
                    return false;
                }
            }
            return true;
        }

        /** Whether the mask covers all that is set: ssh refuses {@code 10.0.0.1/8}. */
        boolean isConsistent() {
            byte[] prefix = base.getAddress();
            int all = prefix.length * 8;
            for (int bit = bits; bit < all; bit++) {
                if (isSet(prefix, bit)) {
                    return false;
                }
            }
            return bits <= all;
        }

        private static boolean isSet(byte[] bytes, int bit) {
            return (bytes[bit / 8] >> (7 - bit % 8) & 1) == 1;
        }
    }

    private static Optional<Network> network(String entry) {
        if (entry.isEmpty() || entry.length() > MAX_ENTRY) {
            return Optional.empty();
        }
        int slash = entry.indexOf('/');
        Optional<InetAddress> address = address(slash < 0 ? entry : entry.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int all = address.get().getAddress().length * 8;
        int bits = slash < 0 ? all : Numbers.integer(entry.substring(slash + 1)).or(all + 1);
        return Optional.of(new Network(address.get(), bits)).filter(Network::isConsistent);
    }

    /** Without a regular expression: a list may be long. */
    private static boolean isFourNumbers(String text) {
        int dots = 0;
        boolean afterDigit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && (c != '.' || !afterDigit)) {
                return false;
            }
            dots += digit ? 0 : 1;
            afterDigit = digit;
        }
        return afterDigit && dots == 3;
    }

    /** A literal address; never asks a name server. */
    private static Optional<InetAddress> address(String text) {
        boolean literal = !text.isEmpty() && text.chars().allMatch(c -> "0123456789abcdefABCDEF.:".indexOf(c) >= 0);
        String normal = literal ? NumericAddress.normal(text) : "";
        if (normal.indexOf(':') < 0 && !isFourNumbers(normal)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(normal));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
