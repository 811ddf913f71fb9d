package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
        lines.oneLine("permitremoteopen", List.of("any"));
        lines.put("addkeystoagent", addKeysToAgent(), effective.origin("addkeystoagent"));
        forwardAgent();
        lines.seconds("connecttimeout", "none");
        lines.put(
                "tunneldevice", tunnelDevice(effective.text("tunneldevice", "any")), effective.origin("tunneldevice"));
        permittedAliases();
        lines.put(
                "controlpersist",
                controlPersist(effective.text("controlpersist", "no")),
                effective.origin("controlpersist"));
        lines.put("escapechar", escapeCharacter(effective.text("escapechar", "~")), effective.origin("escapechar"));
        qualityOfService();
        rekeyLimit();
        streamLocalBindMask();
        lines.upperCase("syslogfacility", "USER");
        proxy();
    }

    void domains() {
        Optional<Setting> setting = effective.worded("canonicaldomains");
        List<String> domains = new ArrayList<>();
        if (setting.isPresent()) {
            for (String name : setting.get().line().arguments()) {
                domains.add(domain(name));
            }
        }
        lines.words("canonicaldomains", domains);
    }

    void variables() {
        for (Setting setting : EnvironmentResolver.sent(effective)) {
            lines.put(setting, setting.first());
        }
        setVariables();
        logVerbose();
    }

    private void setVariables() {
        Optional<Setting> setting = effective.first("setenv");
        if (setting.isPresent()) {
            new EnvironmentResolver(settled)
                    .set()
                    .forEach((name, value) -> lines.put(setting.get(), name + "=" + value));
        }
    }

    /** ssh takes the first word of the first line, whatever follows. */
    private void logVerbose() {
        Optional<Setting> setting = effective.worded("logverbose");
        lines.words("logverbose", setting.isPresent() ? List.of(setting.get().first()) : List.of());
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

    private static String domain(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
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
        Optional<Setting> path = SessionResolver.forwardedAgent(effective);
        if (path.isPresent()) {
            lines.put(path.get(), settled.path(path.get().first()).or(""));
        } else {
            lines.flag("forwardagent", "no");
        }
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
        List<String> rules = new ArrayList<>();
        if (setting.isPresent()) {
            for (String rule : setting.get().line().arguments()) {
                rules.add(rule.equals("*") ? "*:*" : rule.toLowerCase(Locale.ROOT));
            }
        }
        // OpenSSH's own spelling.
        lines.put(
                "canonicalizePermittedcnames",
                rules.isEmpty() ? "none" : String.join(" ", rules),
                effective.origin("canonicalizepermittedcnames"));
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
        String value = Defaults.qualityOfService(ssh);
        if (setting.isPresent()) {
            List<String> words = setting.get().line().arguments();
            value = QualityOfService.shown(words.get(0), ssh) + " "
                    + QualityOfService.shown(words.get(words.size() - 1), ssh);
        }
        lines.put("ipqos", value, effective.origin("ipqos"));
    }

    /** The amount of the first line; the time of the first line that has one. */
    private void rekeyLimit() {
        long bytes = ScaledNumber.parse(effective.text("rekeylimit", "0")).or(0L);
        int seconds = 0;
        for (Setting setting : effective.all("rekeylimit")) {
            List<String> words = setting.line().arguments();
            if (words.size() > 1 && !words.get(1).equals("none")) {
                seconds = Numbers.seconds(words.get(1)).or(0);
                break;
            }
        }
        lines.put("rekeylimit", bytes + " " + seconds, effective.origin("rekeylimit"));
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
        if (winner.isEmpty()) {
            return;
        }
        String text = winner.get().line().command();
        if (last.isPresent()) {
            String before = Jumps.of(winner.get().line())
                    .handedOn(settled.site().ssh())
                    .map(jumps -> jumps.text() + ",")
                    .orElse("");
            lines.put(winner.get(), before + shown(last.get()));
        } else if (!ProxyResolver.isJump(winner.get()) && !text.equalsIgnoreCase("none")) {
            lines.put(winner.get(), text);
        }
    }

    private static String shown(JumpSpec jump) {
        String host = jump.host();
        boolean numeric = host.indexOf(':') >= 0 || NumericAddress.looksLikeAddress(host.replace("%", "x"));
        return (jump.user().isPresent() ? jump.user().get() + "@" : "")
                + (numeric ? "[" + host + "]" : host)
                + (jump.port().isPresent() ? ":" + jump.port().get() : "");
    }
}
