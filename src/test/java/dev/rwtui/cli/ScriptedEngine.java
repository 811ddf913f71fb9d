package dev.rwtui.cli;

import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.ssh.model.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An engine that tells what it was scripted to: some notices at once, more when something is asked of it. */
final class ScriptedEngine implements Engine {

    final List<Request> requests = new ArrayList<>();
    final List<Client> clients = new ArrayList<>();
    final Map<Long, Answer> answers = new LinkedHashMap<>();
    private final List<Notice> atOnce = new ArrayList<>();
    private final Map<Request, List<Notice>> onRequest = new LinkedHashMap<>();
    private final Map<Long, List<Notice>> onAnswer = new LinkedHashMap<>();
    private Consumer<Notice> subscriber = notice -> {};
    boolean closed;

    ScriptedEngine tells(Notice... notices) {
        atOnce.addAll(List.of(notices));
        return this;
    }

    ScriptedEngine on(Request request, Notice... notices) {
        onRequest.put(request, List.of(notices));
        return this;
    }

    ScriptedEngine onAnswer(long question, Notice... notices) {
        onAnswer.put(question, List.of(notices));
        return this;
    }

    @Override
    public void submit(Request request, Client client) {
        if (!onRequest.containsKey(request)) {
            throw new AssertionError("nobody expected " + request);
        }
        requests.add(request);
        clients.add(client);
        onRequest.get(request).forEach(subscriber);
    }

    @Override
    public void answer(long question, Answer answer) {
        answers.put(question, answer);
        onAnswer.getOrDefault(question, List.of()).forEach(subscriber);
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
