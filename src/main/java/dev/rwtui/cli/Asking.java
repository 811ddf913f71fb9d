package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.base.Secret;
import dev.rwtui.engine.Engine;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the engine's questions to the controlling terminal. Without one nobody is asked, and the engine is not told to. */
final class Asking {

    private final Optional<World.Terminal> terminal;
    private final Engine engine;

    Asking(Optional<World.Terminal> terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    /** Blocks until it is answered. */
    void put(Question question) {
        engine.answer(
                question.id(),
                terminal.<Answer>map(person -> answer(person, question.host(), question.hop(), question.ask()))
                        .orElseGet(Answer.No::new));
    }

    /** What a person says to a question of one hop on the way to a host. Blocks. */
    static Answer answer(World.Terminal person, HostAlias host, HostAlias hop, Question.Ask ask) {
        String who = hop.equals(host) ? hop.value() : hop + ", on the way to " + host;
        return ask instanceof Question.UnknownHostKey key
                ? confirm(person, who, key)
                : fields(person, who, (Question.Fields) ask);
    }

    private static Answer confirm(World.Terminal person, String who, Question.UnknownHostKey key) {
        List<String> lead = List.of(
                Plain.text(who + ": the host key of " + key.address() + " is not known"),
                Plain.text("  " + key.type() + " " + key.fingerprint()));
        Optional<Secret> typed = person.read(lead, "Trust it and remember it? (yes/no) ", Question.Echo.SHOWN);
        boolean yes = typed.map(
                        line -> line.use(text -> new String(text).strip().equalsIgnoreCase("yes")))
                .orElse(Boolean.FALSE);
        typed.ifPresent(Secret::close);
        return yes ? new Answer.Yes() : new Answer.No();
    }

    private static Answer fields(World.Terminal person, String who, Question.Fields fields) {
        List<String> lead = new ArrayList<>(List.of(Plain.text(who + ": " + fields.title())));
        fields.instruction().lines().map(Plain::text).forEach(lead::add);
        List<Secret> values = new ArrayList<>();
        for (Question.Field field : fields.fields()) {
            Optional<Secret> typed = person.read(List.copyOf(lead), prompt(field.label()), field.echo());
            lead.clear();
            if (typed.isEmpty()) {
                values.forEach(Secret::close);
                return new Answer.No();
            }
            values.add(typed.get());
        }
        return new Answer.Typed(values);
    }

    /** The server's own label, set off from what is typed. */
    private static String prompt(String label) {
        String text = Plain.text(label).stripTrailing();
        return text.endsWith(":") || text.endsWith("?") ? text + " " : text + ": ";
    }
}
