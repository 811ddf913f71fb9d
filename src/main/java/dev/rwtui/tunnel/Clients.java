package dev.rwtui.tunnel;

import dev.rwtui.base.Cancellation;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelStatus.Traffic;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The connections of one tunnel since it was opened. On the engine's thread alone. */
final class Clients {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final Duration OPEN_LIMIT = Duration.ofSeconds(30);
    static final int MOST_WAITING = 64;

    private final Place place;
    private final Listener listener;
    private final Meter meter;
    private final Set<Connection> connections = new LinkedHashSet<>();
    private long total;

    /** Where they connect to. */
    record Place(TunnelId id, Door door, Surroundings surroundings) {}

    /** Told on the engine's thread what the connections show of the far end. */
    interface Listener {
        void proved();

        void refused(Opening.Refused refused);

        void mute(String why);

        /** One more or less. */
        void came();

        /** Bytes were carried. */
        void moved();

        void note(String text);
    }

    Clients(Place place, Listener listener) {
        this.place = place;
        this.listener = listener;
        this.meter = new Meter(
                place.surroundings().timers(),
                () -> place.surroundings().engine().execute(listener::moved));
    }

    Meter meter() {
        return meter;
    }

    Traffic traffic() {
        return new Traffic(connections.size(), total, meter.down(), meter.up());
    }

    void accept(SocketChannel socket) {
        Connection connection = new Connection(socket);
        connections.add(connection);
        total++;
        serve(connection);
        listener.came();
    }

    void sessionUp() {
        List.copyOf(connections).stream().filter(Connection::isWaiting).forEach(this::serve);
    }

    /** Ends what ran over the session; what no byte has left yet waits for the next one, where there will be one. */
    void sessionAway() {
        for (Connection connection : List.copyOf(connections)) {
            if (connection.isWaiting() && place.door().absence() == Absence.RETRYING) {
                continue;
            }
            if (connection.isUnbegun()) {
                connection.withdraw();
                serve(connection);
            } else {
                drop(connection);
            }
        }
    }

    void closeAll() {
        List.copyOf(connections).forEach(this::drop);
        connections.clear();
    }

    private void serve(Connection connection) {
        place.door().session().ifPresentOrElse(session -> open(connection, session), () -> hold(connection));
    }

    private void open(Connection connection, SshSession session) {
        Cancellation cancellation = connection.begin();
        place.door()
                .gate()
                .enter(new Gate.Wish(
                        session,
                        place.id().forward().target(),
                        OPEN_LIMIT,
                        cancellation,
                        opening -> answered(connection, cancellation, session, opening)));
    }

    private void hold(Connection connection) {
        Door door = place.door();
        if (door.absence() != Absence.RETRYING) {
            refuse(connection, "a connection was closed, " + place.id().host() + " is not connected: " + door.words());
        } else if (connections.stream().filter(Connection::isWaiting).count() >= MOST_WAITING) {
            refuse(connection, "a connection was closed, " + MOST_WAITING + " wait for the session already");
        } else {
            connection.await(place.surroundings()
                    .timers()
                    .after(PATIENCE, () -> place.surroundings().engine().execute(() -> expired(connection))));
        }
    }

    private void expired(Connection connection) {
        if (connection.isWaiting()) {
            refuse(
                    connection,
                    "a connection was closed, the session did not come back within " + PATIENCE.toSeconds() + " s");
        }
    }

    private void refuse(Connection connection, String why) {
        listener.note(why);
        drop(connection);
    }

    private void answered(Connection connection, Cancellation asked, SshSession session, Opening opening) {
        boolean current = place.door().isCurrent(session);
        if (!connection.isOpening(asked)) {
            if (opening instanceof Opening.Opened late) {
                late.stream().close();
            }
        } else if (opening instanceof Opening.Opened opened) {
            connection.carry(opened.stream(), meter, place.surroundings(), () -> ended(connection));
            if (current) {
                listener.proved();
            }
        } else if (opening instanceof Opening.Refused refused) {
            drop(connection);
            listener.refused(refused);
        } else if (opening instanceof Opening.Broken broken) {
            broken(connection, session, broken);
        }
    }

    /** The session has died, which may not have been told yet; or time ran out. */
    private void broken(Connection connection, SshSession session, Opening.Broken broken) {
        if (session.isOpen()) {
            drop(connection);
            listener.mute(broken.failure().why());
        } else {
            connection.withdraw();
            place.door()
                    .session()
                    .filter(SshSession::isOpen)
                    .ifPresentOrElse(fresh -> open(connection, fresh), () -> hold(connection));
        }
    }

    private void drop(Connection connection) {
        if (!connection.close()) {
            ended(connection);
        }
    }

    private void ended(Connection connection) {
        if (connections.remove(connection)) {
            listener.came();
        }
    }
}
