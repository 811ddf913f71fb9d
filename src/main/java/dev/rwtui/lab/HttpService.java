package dev.rwtui.lab;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A web server for a handful of fixed pages: GET and HEAD, connections kept, every length told beforehand. */
final class HttpService implements Service {

    private final String name;
    private final Map<String, Content> pages;

    /** What a path leads to; {@code type} is its Content-Type. */
    record Content(String type, String body) {
        static Content html(String body) {
            return new Content("text/html; charset=utf-8", body);
        }

        static Content json(String body) {
            return new Content("application/json", body);
        }

        static Content text(String body) {
            return new Content("text/plain; charset=utf-8", body);
        }
    }

    /**
     * @param name for the header Server
     * @param pages by path, {@code /} first of all
     */
    HttpService(String name, Map<String, Content> pages) {
        this.name = name;
        this.pages = Map.copyOf(pages);
    }

    @Override
    public void serve(InputStream in, OutputStream out) throws IOException {
        InputStream buffered = new BufferedInputStream(in);
        try {
            Optional<HttpRequest> request = HttpRequest.read(buffered);
            while (request.isPresent() && answer(request.get(), out) == After.KEEP) {
                request = HttpRequest.read(buffered);
            }
        } catch (HttpRequest.MalformedException e) {
            send(new Answer("400 Bad Request", Content.text(e.getMessage() + "\n"), After.CLOSE, Body.SENT), out);
        }
    }

    private After answer(HttpRequest request, OutputStream out) throws IOException {
        After after = request.keepsConnection() && !request.hasBody() ? After.KEEP : After.CLOSE;
        send(
                switch (request.method()) {
                    case "GET" -> page(request.path(), after, Body.SENT);
                    case "HEAD" -> page(request.path(), after, Body.LEFT_OUT);
                    default ->
                        new Answer("405 Method Not Allowed", Content.text("only GET and HEAD\n"), after, Body.SENT);
                },
                out);
        return after;
    }

    private Answer page(String path, After after, Body body) {
        Content found = pages.get(path);
        return found == null
                ? new Answer("404 Not Found", Content.text("404: rwtui demo has no " + path + "\n"), after, body)
                : new Answer("200 OK", found, after, body);
    }

    private void send(Answer answer, OutputStream out) throws IOException {
        byte[] body = answer.content().body().getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + answer.status() + "\r\n"
                + "Server: " + name + "\r\n"
                + "Content-Type: " + answer.content().type() + "\r\n"
                + "Content-Length: " + body.length + "\r\n"
                + "Cache-Control: no-store\r\n"
                + (answer.status().startsWith("405") ? "Allow: GET, HEAD\r\n" : "")
                + (answer.after() == After.KEEP ? "" : "Connection: close\r\n")
                + "\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        if (answer.body() == Body.SENT) {
            out.write(body);
        }
        out.flush();
    }

    private record Answer(String status, Content content, After after, Body body) {}

    private enum After {
        KEEP,
        CLOSE
    }

    private enum Body {
        SENT,
        LEFT_OUT
    }
}
