package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The values that {@code ssh -G} prints last, each in a form of its own. */
final class SpecialDump {

    private final Settled settled;
    private final Effective effective;
    private final DumpLines lines;

    SpecialDump(Settled settled, DumpLines lines) {
        this.settled = settled;
        this.effective = settled.effective();
        this.lines = lines;
    }

    void print() {
        lines.oneLine("permitremoteopen", List.of("any"), text -> text);
        lines.put("addkeystoagent", addKeysToAgent(), lines.origin("addkeystoagent"));
        forwardAgent();
        Optional<Setting> timeout = lines.timed("connecttimeout");
        lines.put(
                "connecttimeout",
                timeout.map(line ->
                                Integer.toString(Numbers.seconds(line.first()).or(0)))
                        .orElse("none"),
                timeout.map(Setting::origin).orElseGet(() -> lines.origin("connecttimeout")));
        lines.first("tunneldevice", "any:any", SpecialDump::tunnelDevice);
        permittedAliases();
        lines.first("controlpersist", "no", SpecialDump::controlPersist);
        lines.first("escapechar", "~", SpecialDump::escapeCharacter);
        qualityOfService();
        rekeyLimit();
        streamLocalBindMask();
        lines.first("syslogfacility", "USER", text -> text.toUpperCase(Locale.ROOT));
        proxy();
    }

    /** The rest of the line, unless it is {@code none}. */
    static Optional<Setting> command(Effective effective, String keyword) {
        return effective
                .first(keyword)
                .filter(setting -> !setting.line().command().equalsIgnoreCase("none"));
    }

    static String keystrokeTiming(String text) {
        return switch (text) {
            case "yes", "true", "interval:20" -> "yes";
            case "no", "false" -> "no";
            default ->
                Integer.toString(
                        Numbers.integer(text.substring("interval:".length())).or(0));
        };
    }

    static String logLevel(String text) {
        String level = text.toUpperCase(Locale.ROOT);
        return switch (level) {
            case "QUIET" -> "SILENT";
            case "DEBUG1" -> "DEBUG";
            default -> level;
        };
    }

    static String domain(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** Words are added up over all lines; {@code -PATTERN} takes away what was added before. */
    static List<Setting> sentVariables(Effective effective) {
        List<Setting> sent = new ArrayList<>();
        for (Setting setting : effective.all("sendenv")) {
            for (String word : setting.line().arguments()) {
                if (word.startsWith("-")) {
                    sent.removeIf(earlier -> Pattern.matches(earlier.first(), word.substring(1)));
                } else {
                    sent.add(new Setting(
                            setting.origin(), setting.keyword(), new ConfigLine("sendenv", word, List.of(word))));
                }
            }
        }
        return sent;
    }

    private String addKeysToAgent() {
        Optional<Setting> setting = effective.first("addkeystoagent");
        if (setting.isEmpty()) {
            return "false";
        }
        List<String> words = setting.get().line().arguments();
        String first = DumpLines.stated(words.get(0));
        boolean word = List.of("true", "false", "ask", "confirm").contains(first);
        int lifetime = Numbers.seconds(word ? words.get(words.size() - 1) : words.get(0))
                .or(0);
        if (word) {
            return words.size() > 1 && lifetime > 0 ? "confirm " + lifetime : first;
        }
        return lifetime > 0 ? Integer.toString(lifetime) : "true";
    }

    /** A path on a later line joins a {@code yes} on an earlier one. */
    private void forwardAgent() {
        Optional<Setting> path = effective.all("forwardagent").stream()
                .filter(setting -> !isFlag(setting.first()))
                .findFirst();
        if (path.isPresent()) {
            lines.put(path.get(), settled.path(path.get().first()).or(""));
        } else {
            lines.flag("forwardagent", "no");
        }
    }

    private static boolean isFlag(String text) {
        return List.of("yes", "no", "true", "false").contains(text.toLowerCase(Locale.ROOT));
    }

    private static String tunnelDevice(String text) {
        String[] ends = text.toLowerCase(Locale.ROOT).split(":", 2);
        return number(ends[0]) + ":" + (ends.length > 1 ? number(ends[1]) : "any");
    }

    private static String number(String text) {
        return text.equals("any")
                ? text
                : Integer.toString(Numbers.integer(text).or(0));
    }

    private void permittedAliases() {
        Optional<Setting> setting = effective.first("canonicalizepermittedcnames");
        String rules = setting.map(line -> line.line().arguments().stream()
                        .map(rule -> rule.equals("*") ? "*:*" : rule.toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" ")))
                .orElse("none");
        // OpenSSH's own spelling.
        lines.put("canonicalizePermittedcnames", rules, lines.origin("canonicalizepermittedcnames"));
    }

    private static String controlPersist(String text) {
        return switch (text) {
            case "no", "false" -> "no";
            case "yes", "true" -> "yes";
            default -> {
                int seconds = Numbers.seconds(text).or(0);
                yield seconds == 0 ? "yes" : Integer.toString(seconds);
            }
        };
    }

    /** As vis(3) shows it. */
    private static String escapeCharacter(String text) {
        if (text.equals("none")) {
            return text;
        }
        int c = text.length() == 2 ? text.charAt(1) & 31 : text.charAt(0) & 0xff;
        if (c > ' ' && c < 0x7f) {
            return c == '\\' ? "\\\\" : Character.toString(c);
        }
        if ((c & 0x7f) == ' ') {
            return String.format(Locale.ROOT, "\\%03o", c);
        }
        String meta = c >= 0x80 ? "M" : "";
        int low = c & 0x7f;
        boolean control = low < ' ' || low == 0x7f;
        return "\\" + meta
                + (control ? "^" + (low == 0x7f ? "?" : Character.toString(low + '@')) : "-" + Character.toString(low));
    }

    private void qualityOfService() {
        Optional<Setting> setting = effective.first("ipqos");
        OpenSsh ssh = settled.site().ssh();
        String value = setting.map(line -> {
                    List<String> words = line.line().arguments();
                    return QualityOfService.shown(words.get(0), ssh) + " "
                            + QualityOfService.shown(words.get(words.size() - 1), ssh);
                })
                .orElseGet(() -> Defaults.qualityOfService(ssh));
        lines.put("ipqos", value, lines.origin("ipqos"));
    }

    /** The amount of the first line; the time of the first line that has one. */
    private void rekeyLimit() {
        long bytes = effective
                .first("rekeylimit")
                .map(setting -> Numbers.scaled(setting.first()).or(0L))
                .orElse(0L);
        int seconds = effective.all("rekeylimit").stream()
                .map(setting -> setting.line().arguments())
                .filter(words -> words.size() > 1 && !words.get(1).equals("none"))
                .findFirst()
                .map(words -> Numbers.seconds(words.get(1)).or(0))
                .orElse(0);
        lines.put("rekeylimit", bytes + " " + seconds, lines.origin("rekeylimit"));
    }

    /** The last line wins, wherever it stands. */
    private void streamLocalBindMask() {
        List<Setting> settings = effective.all("streamlocalbindmask");
        int mask = settings.isEmpty()
                ? 0177
                : Numbers.octalMask(settings.get(settings.size() - 1).first()).orElse(0177);
        lines.put(
                "streamlocalbindmask",
                "0" + Integer.toOctalString(mask),
                settings.isEmpty()
                        ? new Origin.Default()
                        : settings.get(settings.size() - 1).origin());
    }

    private void proxy() {
        Optional<Setting> winner =
                ProxyResolver.winner(effective, settled.site().ssh());
        Optional<JumpSpec> last = ProxyResolver.lastJump(effective, settled.site());
        if (last.isPresent() && winner.isPresent()) {
            String chain = ArgumentSyntax.Jumps.of(winner.get().line()).checked();
            int comma = chain.lastIndexOf(',');
            lines.put(winner.get(), (comma < 0 ? "" : chain.substring(0, comma + 1)) + shown(last.get()));
        } else {
            winner.filter(setting -> !ProxyResolver.isJump(setting))
                    .filter(setting -> !setting.line().command().equalsIgnoreCase("none"))
                    .ifPresent(setting -> lines.put(setting, setting.line().command()));
        }
    }

    private static String shown(JumpSpec jump) {
        String host = jump.host();
        boolean numeric = host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
        return jump.user().map(user -> user + "@").orElse("")
                + (numeric ? "[" + host + "]" : host)
                + jump.port().map(port -> ":" + port).orElse("");
    }
}
