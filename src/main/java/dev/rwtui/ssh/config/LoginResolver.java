package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes of the lines that apply to one name how its user logs in. */
final class LoginResolver {

    private static final int PROMPTS = 3;

    /** The order of {@code ssh} where no line says otherwise. */
    private static final String METHODS = "gssapi-with-mic,hostbased,publickey,keyboard-interactive,password";

    private final Settled settled;
    private final Effective effective;
    private final ValueReader values;

    LoginResolver(Settled settled) {
        this.settled = settled;
        this.effective = settled.effective();
        this.values = new ValueReader(effective);
    }

    Login resolve() {
        return new Login(
                identityFiles(),
                // As with identities, a path that cannot be expanded stays as written.
                values.each("certificatefile", List.of(), this::path),
                values.flag("identitiesonly", false),
                identityAgent(),
                values.algorithms("pubkeyacceptedalgorithms"),
                methods(),
                values.number("numberofpasswordprompts", PROMPTS),
                values.flag("batchmode", false));
    }

    /** Those that cannot be expanded stay as written: {@code ssh -G} does not mind them, and no such file exists. */
    private Value<List<String>> identityFiles() {
        String home = settled.site().files().surroundings().home();
        List<String> defaults = new ArrayList<>();
        for (String path : Defaults.identityFiles(settled.site().ssh())) {
            defaults.add(home + path.substring(1));
        }
        return values.each("identityfile", List.copyOf(defaults), this::path);
    }

    private String path(String text) {
        return settled.path(text).or(text);
    }

    private Value<Optional<String>> identityAgent() {
        Optional<Setting> setting = effective.first("identityagent");
        if (setting.isEmpty()) {
            return ValueReader.byDefault(Optional.empty());
        }
        Parsed<String> path = settled.path(setting.get().first());
        String text = path.or("none");
        if (text.equals("SSH_AUTH_SOCK")) {
            return ValueReader.byDefault(Optional.empty());
        }
        Optional<String> socket = text.startsWith("$")
                ? settled.site().files().surroundings().environment().variable(text.substring(1))
                : Optional.of(text).filter(name -> !name.equals("none"));
        return new Value<>(socket, setting.get().origin());
    }

    private Value<List<String>> methods() {
        Value<String> preferred = values.one("preferredauthentications", METHODS, text -> text);
        List<String> methods = Arrays.stream(preferred.value().split(","))
                .filter(name -> !name.isEmpty() && isOn(name))
                .distinct()
                .toList();
        return new Value<>(methods, preferred.origin());
    }

    private boolean isOn(String method) {
        return switch (method) {
            case "gssapi-with-mic" -> effective.isOn("gssapiauthentication");
            case "hostbased" -> effective.isOn("hostbasedauthentication");
            case Login.PUBLIC_KEY -> !isOff("pubkeyauthentication");
            case Login.KEYBOARD_INTERACTIVE -> !isOff("kbdinteractiveauthentication");
            case Login.PASSWORD -> !isOff("passwordauthentication");
            default -> true;
        };
    }

    private boolean isOff(String keyword) {
        String word = effective.text(keyword, "yes");
        return word.equalsIgnoreCase("no") || word.equalsIgnoreCase("false");
    }
}
