package dev.rwtui.engine;

import dev.rwtui.base.Cancellation;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A host as features have it: what they run goes over the session that everything else uses there. */
final class HostPlace implements Place {

    private final Function<Order, CompletableFuture<Run>> runner;

    /** @param runner asks for a command; cancelling gives it up */
    HostPlace(Function<Order, CompletableFuture<Run>> runner) {
        this.runner = runner;
    }

    /** @param asking for a command, on the engine's thread */
    static Place ordering(Executor engine, BiConsumer<Order, CompletableFuture<Run>> asking) {
        return new HostPlace(order -> {
            CompletableFuture<Run> promise = new CompletableFuture<>();
            engine.execute(() -> asking.accept(order, promise));
            return promise;
        });
    }

    @Override
    public Running start(String command, Cancellation cancellation) throws PlaceException {
        CompletableFuture<Run> promise = runner.apply(new Order.Command(command, Map.of()));
        try (Cancellation.Registration givenUp = cancellation.onCancel(() -> promise.cancel(false))) {
            Run run = promise.get();
            if (run instanceof Run.Running running) {
                return new Remote(running.execution());
            }
            throw new PlaceException(((Run.Failed) run).why().summary());
        } catch (CancellationException e) {
            throw new PlaceException("given up before it began");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            promise.cancel(false);
            throw new PlaceException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private record Remote(Execution execution) implements Running {

        @Override
        public InputStream output() {
            return execution.output();
        }

        @Override
        public InputStream errors() {
            return execution.errors();
        }

        @Override
        public OutputStream input() {
            return execution.input();
        }

        @Override
        public void close() {
            execution.close();
        }
    }
}
