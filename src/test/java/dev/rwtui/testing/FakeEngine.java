package dev.rwtui.testing;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Order;
import dev.rwtui.engine.Request;
import dev.rwtui.engine.Run;
import dev.rwtui.ssh.model.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** An engine that keeps what is asked of it and tells what the test says. */
public final class FakeEngine implements Engine {

    public final List<Request> requests = new CopyOnWriteArrayList<>();

    /** On whose behalf, one for each request. */
    public final List<Client> clients = new CopyOnWriteArrayList<>();

    /** What was answered, {@code 7 typed [secret, code]}, {@code 7 yes}, {@code 7 no}. */
    public final List<String> answers = new CopyOnWriteArrayList<>();

    private volatile Consumer<Notice> subscriber = notice -> {
        throw new AssertionError("nobody has subscribed");
    };
    private final List<Notice> atOnce;
    private final Map<Request, List<Notice>> onRequest = new ConcurrentHashMap<>();
    private final Map<Long, List<Notice>> onAnswer = new ConcurrentHashMap<>();
    public volatile boolean closed;

    /** @param atOnce told to whoever subscribes */
    public FakeEngine(Notice... atOnce) {
        this.atOnce = List.of(atOnce);
    }

    /** What it tells when that is asked of it. */
    public FakeEngine on(Request request, Notice... notices) {
        onRequest.put(request, List.of(notices));
        return this;
    }

    /** What it tells when that question is answered. */
    public FakeEngine onAnswer(long question, Notice... notices) {
        onAnswer.put(question, List.of(notices));
        return this;
    }

    public void tell(Notice notice) {
        subscriber.accept(notice);
    }

    @Override
    public void submit(Request request, Client client) {
        requests.add(request);
        clients.add(client);
        onRequest.getOrDefault(request, List.of()).forEach(subscriber);
    }

    /** What was to run. */
    public final List<Order> orders = new CopyOnWriteArrayList<>();

    /** What each command, {@code direwolf: true}, and shell, {@code direwolf: a shell}, comes to. */
    public final Map<String, CompletableFuture<Run>> commands = new ConcurrentHashMap<>();

    @Override
    public CompletableFuture<Run> run(HostAlias host, Order order, Client client) {
        clients.add(client);
        orders.add(order);
        String asked = host + ": " + (order instanceof Order.Command command ? command.line() : "a shell");
        return Optional.ofNullable(commands.get(asked))
                .orElseThrow(() -> new AssertionError("nobody expected the command " + asked));
    }

    @Override
    public void answer(long question, Answer answer) {
        try (answer) {
            answers.add(question + " " + words(answer));
        }
        onAnswer.getOrDefault(question, List.of()).forEach(subscriber);
    }

    private static String words(Answer answer) {
        if (answer instanceof Answer.Typed typed) {
            return "typed "
                    + typed.values().stream()
                            .map(value -> value.<String>use(String::new))
                            .toList();
        }
        return answer instanceof Answer.Yes ? "yes" : "no";
    }

    @Override
    public void subscribe(Consumer<Notice> newSubscriber) {
        subscriber = newSubscriber;
        atOnce.forEach(newSubscriber);
    }

    @Override
    public void close(Duration deadline) {
        closed = true;
    }
}
