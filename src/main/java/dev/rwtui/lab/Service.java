package dev.rwtui.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What answers on a port of a lab machine: one call per connection, on a thread of its own. */
@FunctionalInterface
interface Service {

    /**
     * Serves one connection until it is over; returning closes it, both ways. {@code in} ends where the client has
     * half-closed; closing {@code out} half-closes towards the client. Both throw where the client is gone. Reading is what
     * gives the client window back, so a service that does not read stops its client.
     */
    void serve(InputStream in, OutputStream out) throws IOException, InterruptedException;
}
