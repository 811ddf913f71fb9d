package dev.rwtui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HttpServiceTest {

    private final HttpService service = new HttpService(
            "test", Map.of("/", HttpService.Content.text("grüß\n"), "/x", HttpService.Content.json("1")));

    @Test
    void aPageComesWithItsLengthInBytes() throws IOException {
        String answer = ask("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("Content-Length: 7\r\n", "Content-Type: text/plain; charset=utf-8\r\n")
                .doesNotContain("Connection:")
                .endsWith("\r\n\r\ngrüß\n");
    }

    @Test
    void headTellsTheLengthWithoutTheBody() throws IOException {
        String answer = ask("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answer).contains("Content-Length: 7\r\n").endsWith("\r\n\r\n");
    }

    @Test
    void aConnectionIsKeptForTheNextRequest() throws IOException {
        String answer =
                ask("GET / HTTP/1.1\r\n\r\nGET /x?query HTTP/1.1\r\nConnection: close\r\n\r\nGET / HTTP/1.1\r\n\r\n");

        assertThat(answer).containsSubsequence("200 OK", "grüß", "200 OK", "Connection: close", "\r\n\r\n1");
        assertThat(answer.split("200 OK", -1)).hasSize(3);
    }

    @Test
    void http10ClosesUnlessAskedToKeep() throws IOException {
        String closed = ask("GET / HTTP/1.0\r\n\r\nGET / HTTP/1.0\r\n\r\n");
        String kept = ask("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\nGET / HTTP/1.0\r\n\r\n");

        assertThat(closed.split("200 OK", -1)).hasSize(2);
        assertThat(kept.split("200 OK", -1)).hasSize(3);
    }

    @Test
    void anUnknownPathIsNotFoundAndKeepsTheConnection() throws IOException {
        String answer = ask("GET /nope HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n");

        assertThat(answer).containsSubsequence("404 Not Found", "rwtui demo has no /nope", "200 OK");
    }

    @Test
    void otherMethodsAreNotAllowedAndTheirBodyIsNoRequest() throws IOException {
        String answer = ask("POST / HTTP/1.1\r\nContent-Length: 18\r\n\r\nGET / HTTP/1.1\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 405 Method Not Allowed\r\n")
                .contains("Allow: GET, HEAD\r\n", "Connection: close\r\n")
                .doesNotContain("200 OK");
    }

    @Test
    void emptyLinesBeforeARequestAreSkipped() throws IOException {
        assertThat(ask("\r\n\r\nGET / HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void whatIsNoRequestIsRefused() throws IOException {
        assertThat(ask("hello\r\n\r\n")).startsWith("HTTP/1.1 400 Bad Request\r\n");
        assertThat(ask("GET / HTTP/2.0\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(ask("GET / HTTP/1.1\r\nno colon\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(ask("GET / HTTP/1.1\r\nHost: cut")).startsWith("HTTP/1.1 400 ");
        assertThat(ask("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aConnectionThatEndsWithoutARequestIsAnsweredByNothing() throws IOException {
        assertThat(ask("")).isEmpty();
    }

    @Test
    void thePagesSayThatTheyAreADemos() throws IOException {
        assertThat(answerOf(Pages.tensorBoard(), "/")).contains("TensorBoard", "rwtui demo", "</html>");
        assertThat(answerOf(Pages.jupyter(), "/tree")).contains("jupyter", "rwtui demo", "</html>");
        assertThat(answerOf(Pages.jupyter(), "/notebooks/segmentation.ipynb")).contains("In [1]:", "rwtui demo");
        assertThat(answerOf(Pages.tensorBoard(), "/data/scalars"))
                .contains("application/json", "\"epoch_loss\": {\"train\": [2.")
                .doesNotContain("NaN");
    }

    private String ask(String requests) throws IOException {
        return exchange(service, requests);
    }

    private static String answerOf(HttpService service, String path) throws IOException {
        return exchange(service, "GET " + path + " HTTP/1.1\r\n\r\n");
    }

    private static String exchange(HttpService service, String requests) throws IOException {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        service.serve(new ByteArrayInputStream(requests.getBytes(StandardCharsets.UTF_8)), answers);
        return answers.toString(StandardCharsets.UTF_8);
    }
}
