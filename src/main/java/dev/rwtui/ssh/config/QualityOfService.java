package dev.rwtui.ssh.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of IPQoS: ssh_config(5), RFC 2474 and RFC 1349. */
final class QualityOfService {

    /** The system's own choice. */
    private static final int NONE = -1;

    private static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("none", NONE),
            Map.entry("af11", 0x28),
            Map.entry("af12", 0x30),
            Map.entry("af13", 0x38),
            Map.entry("af21", 0x48),
            Map.entry("af22", 0x50),
            Map.entry("af23", 0x58),
            Map.entry("af31", 0x68),
            Map.entry("af32", 0x70),
            Map.entry("af33", 0x78),
            Map.entry("af41", 0x88),
            Map.entry("af42", 0x90),
            Map.entry("af43", 0x98),
            Map.entry("cs0", 0x00),
            Map.entry("cs1", 0x20),
            Map.entry("cs2", 0x40),
            Map.entry("cs3", 0x60),
            Map.entry("cs4", 0x80),
            Map.entry("cs5", 0xa0),
            Map.entry("cs6", 0xc0),
            Map.entry("cs7", 0xe0),
            Map.entry("ef", 0xb8),
            Map.entry("le", 0x04),
            Map.entry("lowdelay", 0x10),
            Map.entry("throughput", 0x08),
            Map.entry("reliability", 0x04));

    /** Release notes of 10.1: names of RFC 1349 are taken, and mean nothing. */
    private static final List<String> OLD = List.of("lowdelay", "throughput", "reliability");

    private QualityOfService() {}

    static boolean isValid(String text, OpenSsh ssh) {
        return code(text, ssh).isPresent();
    }

    /** As {@code ssh -G} prints it: by its name where it has one. */
    static String shown(String text, OpenSsh ssh) {
        int code = code(text, ssh).orElse(NONE);
        if (code == 0x04) {
            return "le";
        }
        return CODES.entrySet().stream()
                .filter(entry -> entry.getValue() == code)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> String.format(Locale.ROOT, "0x%02x", code));
    }

    private static Optional<Integer> code(String text, OpenSsh ssh) {
        String name = text.toLowerCase(Locale.ROOT);
        if (OLD.contains(name) && ssh.isAtLeast(10, 1)) {
            return Optional.of(NONE);
        }
        Integer named = CODES.get(name);
        return named != null ? Optional.of(named) : number(text, ssh);
    }

    /** From 0 to 255: decimal and, up to 9.7, octal or hexadecimal. */
    private static Optional<Integer> number(String text, OpenSsh ssh) {
        try {
            return Optional.of(ssh.isAtLeast(9, 8) ? Integer.valueOf(text) : Integer.decode(text))
                    .filter(code -> code >= 0 && code <= 255);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
