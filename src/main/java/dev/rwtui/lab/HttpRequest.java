package dev.rwtui.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The head of an HTTP/1.1 request: RFC 9112.
 *
 * @param path without the query
 * @param version {@code HTTP/1.1}
 * @param headers by name in lower case; of repeated ones the last
 */
record HttpRequest(String method, String path, String version, Map<String, String> headers) {

    private static final int LONGEST_HEAD = 16 * 1024;

    HttpRequest {
        headers = Map.copyOf(headers);
    }

    /** What came is no request, or more than a server need put up with. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1;

        MalformedException(String what) {
            super(what);
        }
    }

    /** The next request of a connection; empty where the client has ended it. */
    static Optional<HttpRequest> read(InputStream in) throws IOException, MalformedException {
        String head = head(in);
        if (head.isBlank()) {
            return Optional.empty();
        }
        String[] lines = head.strip().split("\r?\n");
        String[] request = lines[0].split(" ");
        if (request.length != 3 || !request[2].startsWith("HTTP/1.")) {
            throw new MalformedException("not a request line of HTTP/1: " + lines[0]);
        }
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon < 1) {
                throw new MalformedException("a header without a colon: " + lines[i]);
            }
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        return Optional.of(new HttpRequest(request[0], request[1].split("[?#]", 2)[0], request[2], headers));
    }

    /** Up to the empty line, or the end. Empty lines before a request are skipped: RFC 9112 section 2.2. */
    private static String head(InputStream in) throws IOException, MalformedException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int line = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            if (next == '\n' && line == 0) {
                if (head.size() > 2) {
                    return head.toString(StandardCharsets.ISO_8859_1);
                }
                head.reset();
            } else if (next != '\r') {
                line = next == '\n' ? 0 : line + 1;
            }
            if (head.size() > LONGEST_HEAD) {
                throw new MalformedException("a head of more than " + LONGEST_HEAD + " bytes");
            }
        }
        if (head.size() > 0) {
            throw new MalformedException("the end came within a head");
        }
        return "";
    }

    /** RFC 9112 section 9.3. */
    boolean keepsConnection() {
        String wish = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        return version.equals("HTTP/1.0") ? wish.contains("keep-alive") : !wish.contains("close");
    }

    /** Whether a body follows. The lab's pages take none. */
    boolean hasBody() {
        return headers.containsKey("transfer-encoding")
                || !headers.getOrDefault("content-length", "0").equals("0");
    }
}
