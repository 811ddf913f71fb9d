package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.UIKeyboardInteractive;
import com.jcraft.jsch.UserInfo;
import dev.rwtui.base.Secret;
import dev.rwtui.ssh.Connector.Attempt;
import dev.rwtui.ssh.Connector.Prompting;
import dev.rwtui.ssh.Hop;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Question.Echo;
import dev.rwtui.ssh.model.Question.Field;
import dev.rwtui.ssh.model.Question.Fields;
import dev.rwtui.ssh.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the server, or a key file, asks a person during one handshake. Remembers what could not be answered. Who declines to
 * type a password or code is not asked for another; who declines a passphrase only passes over that key.
 */
final class Interview implements UserInfo, UIKeyboardInteractive {

    private final Hop hop;
    private final Attempt attempt;
    private final Asking asking;
    private final AtomicReference<@Nullable String> password = new AtomicReference<>();
    private @Nullable String unanswered;
    private int passwordTries;
    private int codeTries;
    private boolean declined;
    private boolean answered;

    Interview(Hop hop, Attempt attempt, Asking asking) {
        this.hop = hop;
        this.attempt = attempt;
        this.asking = asking;
    }

    /** Whether a person can be asked. */
    boolean isAllowed() {
        return attempt.prompting() == Prompting.ALLOWED
                && !hop.host().login().batchMode().value();
    }

    /** How often one thing is asked for. */
    int tries() {
        return hop.host().login().prompts().value();
    }

    /** The last thing that was, or would have been, asked in vain. */
    Optional<String> unanswered() {
        return Optional.ofNullable(unanswered);
    }

    /**
     * Asks for one secret.
     *
     * @param use borrows the characters, which are wiped afterwards
     * @return empty where nobody answered
     */
    <T> Optional<T> secret(String title, String label, Function<char[], T> use) {
        Fields question = new Fields(title, "", List.of(new Field(label, Echo.HIDDEN)));
        return ask(question, title, values -> values.get(0).use(use));
    }

    private <T> Optional<T> ask(Fields question, String what, Function<List<Secret>, T> use) {
        if (!isAllowed()) {
            unanswered = what;
            return Optional.empty();
        }
        try (Answer answer = asking.ask(question)) {
            attempt.reached(Step.AUTHENTICATING);
            if (answer instanceof Answer.Typed typed
                    && typed.values().size() == question.fields().size()) {
                return Optional.of(use.apply(typed.values()));
            }
        }
        unanswered = what;
        return Optional.empty();
    }

    @Override
    public boolean promptPassword(String message) {
        if (declined || passwordTries++ >= tries()) {
            return false;
        }
        String whose = hop.host().user().value() + "@" + hop.address().host();
        Optional<String> typed = secret("password for " + whose, "Password", String::new);
        password.set(typed.orElse(null));
        declined = typed.isEmpty();
        return typed.isPresent();
    }

    /** The server has refused what it was told last. */
    void refused() {
        codeTries += answered ? 1 : 0;
        answered = false;
    }

    /** JSch wants a string, which cannot be wiped; it is handed out once and not kept. */
    @Override
    public @Nullable String getPassword() {
        return password.getAndSet(null);
    }

    @Override
    public String @Nullable [] promptKeyboardInteractive(
            String destination, String name, String instruction, String[] prompt, boolean[] echo) {
        if (prompt.length == 0) {
            note(name);
            note(instruction);
            return new String[0];
        }
        if (declined || codeTries >= tries()) {
            return null;
        }
        String title =
                name.isBlank() ? hop.host().user().value() + "@" + hop.address().host() : name.strip();
        Fields question = new Fields(title, instruction.strip(), fields(prompt, echo));
        Optional<String[]> typed = ask(question, prompt[0].strip(), Interview::strings);
        answered = typed.isPresent();
        declined = typed.isEmpty();
        return typed.orElse(null);
    }

    private static List<Field> fields(String[] prompt, boolean[] echo) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < prompt.length; i++) {
            fields.add(new Field(prompt[i].strip(), echo[i] ? Echo.SHOWN : Echo.HIDDEN));
        }
        return fields;
    }

    private static String[] strings(List<Secret> values) {
        return values.stream().map(value -> value.use(String::new)).toArray(String[]::new);
    }

    /** Lines for the log. */
    void note(String text) {
        text.lines().filter(line -> !line.isBlank()).forEach(attempt::note);
    }

    /** The server's banner (RFC 4252 section 5.4). */
    @Override
    public void showMessage(String message) {
        note(message);
    }

    @Override
    public boolean promptPassphrase(String message) {
        return false;
    }

    @Override
    public @Nullable String getPassphrase() {
        return null;
    }

    @Override
    public boolean promptYesNo(String message) {
        return false;
    }
}
