package dev.rwtui.ssh.jsch;

import dev.rwtui.base.Endpoint;
import dev.rwtui.ssh.Connector.Attempt;
import dev.rwtui.ssh.model.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** TCP from here. Every address of the name is tried, in the resolver's order. */
final class TcpDialer {

    private final Executor executor;

    TcpDialer(Executor executor) {
        this.executor = executor;
    }

    Wire dial(Endpoint address, Attempt attempt, Guard guard) throws IOException {
        attempt.reached(Step.RESOLVING);
        InetAddress[] found = resolve(address.host(), guard);
        attempt.reached(Step.REACHING);
        for (int i = 0; i < found.length - 1; i++) {
            try {
                return connect(new InetSocketAddress(found[i], address.port()), guard, found.length - i);
            } catch (IOException e) {
                if (guard.tripped().isPresent()) {
                    throw e;
                }
                attempt.note(found[i].getHostAddress() + ": " + e.getMessage());
            }
        }
        return connect(new InetSocketAddress(found[found.length - 1], address.port()), guard, 1);
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

    private static Wire connect(InetSocketAddress address, Guard guard, int shares) throws IOException {
        Socket socket = new Socket();
        guard.closes(() -> close(socket));
        try {
            int patience = (int) Math.max(1, guard.remaining().toMillis() / shares);
            socket.connect(address, shares == 1 ? 0 : patience);
            socket.setTcpNoDelay(true);
            return new Wire(socket.getInputStream(), socket.getOutputStream(), () -> close(socket), () -> "");
        } catch (IOException e) {
            close(socket);
            throw e;
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
