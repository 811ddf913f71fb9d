package dev.rwtui.ssh.jsch;

import dev.rwtui.base.Endpoint;
import dev.rwtui.ssh.Connector.Attempt;
import dev.rwtui.ssh.config.AddressFamily;
import dev.rwtui.ssh.config.Transport;
import dev.rwtui.ssh.model.Step;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * TCP from here, as ssh_config(5) has it: every address of the name and of the wanted family is tried in the resolver's
 * order, {@code ConnectionAttempts} times.
 */
final class TcpDialer {

    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);

    private final Executor executor;
    private final Duration betweenRounds;

    TcpDialer(Executor executor) {
        this(executor, BETWEEN_ROUNDS);
    }

    TcpDialer(Executor executor, Duration betweenRounds) {
        this.executor = executor;
        this.betweenRounds = betweenRounds;
    }

    Wire dial(Endpoint address, Transport way, Attempt attempt, Guard guard) throws IOException {
        attempt.reached(Step.RESOLVING);
        List<InetAddress> found = ofFamily(way.addressFamily().value(), address.host(), resolve(address.host(), guard));
        List<InetAddress> from = way.bindAddress().value().isPresent()
                ? List.of(resolve(way.bindAddress().value().get(), guard))
                : List.of();
        attempt.reached(Step.REACHING);
        List<Try> tries = new ArrayList<>();
        for (int round = 0; round < Math.max(1, way.connectionAttempts().value()); round++) {
            Duration pause = round == 0 ? Duration.ZERO : betweenRounds;
            for (InetAddress each : found) {
                tries.add(new Try(pause, new InetSocketAddress(each, address.port()), from));
                pause = Duration.ZERO;
            }
        }
        for (int i = 0; i < tries.size() - 1; i++) {
            try {
                return connect(tries.get(i), guard, tries.size() - i);
            } catch (IOException e) {
                if (guard.tripped().isPresent()) {
                    throw e;
                }
                attempt.note(tries.get(i).to().getAddress().getHostAddress() + ": " + e.getMessage());
            }
        }
        return connect(tries.get(tries.size() - 1), guard, 1);
    }

    /**
     * One address that is tried.
     *
     * @param pause before it
     * @param from where the connection may begin; anywhere where that is empty
     */
    private record Try(Duration pause, InetSocketAddress to, List<InetAddress> from) {

        /** The first of the same family. */
        Optional<InetAddress> begin() throws IOException {
            Optional<InetAddress> begin = from.stream()
                    .filter(address -> address.getClass() == to.getAddress().getClass())
                    .findFirst();
            if (begin.isEmpty() && !from.isEmpty()) {
                throw new IOException("BindAddress has no address of that family");
            }
            return begin;
        }
    }

    private static List<InetAddress> ofFamily(AddressFamily family, String host, InetAddress[] found)
            throws UnknownHostException {
        List<InetAddress> wanted = Arrays.stream(found)
                .filter(address -> switch (family) {
                    case ANY -> true;
                    case INET -> address instanceof Inet4Address;
                    case INET6 -> address instanceof Inet6Address;
                })
                .toList();
        if (wanted.isEmpty()) {
            throw new UnknownHostException(
                    host + ": no address of AddressFamily " + family.name().toLowerCase(Locale.ROOT));
        }
        return wanted;
    }

    /** On another thread, since nothing interrupts the system's resolver. */
    private InetAddress[] resolve(String host, Guard guard) throws UnknownHostException {
        CompletableFuture<InetAddress[]> answer = CompletableFuture.supplyAsync(() -> lookUp(host), executor);
        guard.closes(() -> answer.cancel(false));
        try {
            return answer.join();
        } catch (CancellationException e) {
            throw unknown(host + ": no answer from the resolver", e);
        } catch (CompletionException e) {
            throw unknown(host + ": unknown name", e);
        }
    }

    private static InetAddress[] lookUp(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    private static UnknownHostException unknown(String why, Throwable cause) {
        UnknownHostException failure = new UnknownHostException(why);
        failure.initCause(cause);
        return failure;
    }

    private static Wire connect(Try next, Guard guard, int shares) throws IOException {
        pause(next.pause(), guard);
        Socket socket = new Socket();
        guard.closes(() -> close(socket));
        try {
            Optional<InetAddress> begin = next.begin();
            if (begin.isPresent()) {
                socket.bind(new InetSocketAddress(begin.get(), 0));
            }
            int patience = (int) Math.max(1, guard.remaining().toMillis() / shares);
            socket.connect(next.to(), shares == 1 ? 0 : patience);
            socket.setTcpNoDelay(true);
            return new Wire(
                    new PromptInput(socket),
                    socket.getOutputStream(),
                    () -> close(socket),
                    () -> "",
                    Optional.of(next.to().getAddress()));
        } catch (IOException e) {
            close(socket);
            throw e;
        }
    }

    /** Cut short when the attempt is given up. */
    private static void pause(Duration pause, Guard guard) throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        if (!pause.isZero()) {
            guard.closes(over::countDown);
        }
        try {
            if (over.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("given up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
