package dev.rwtui.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The two web pages of direwolf: they look like what they stand for, and say that they are a demo's. */
final class Pages {

    private static final int STEPS = 200;

    private Pages() {}

    /** A page that draws curves of a training run, in the manner of TensorBoard. */
    static HttpService tensorBoard() throws IOException {
        return new HttpService(
                "rwtui-demo-tensorboard",
                Map.of(
                        "/", HttpService.Content.html(resource("tensorboard.html")),
                        "/data/scalars", HttpService.Content.json(scalars())));
    }

    /** A page that lists files and shows a notebook, in the manner of Jupyter. */
    static HttpService jupyter() throws IOException {
        String page = resource("jupyter.html");
        return new HttpService(
                "rwtui-demo-jupyter",
                Map.of(
                        "/", HttpService.Content.html(page),
                        "/tree", HttpService.Content.html(page),
                        "/notebooks/segmentation.ipynb", HttpService.Content.html(resource("notebook.html")),
                        "/api/status", HttpService.Content.json("{\"started\": \"demo\", \"kernels\": 1}")));
    }

    /** The text of a file that comes with the lab. */
    static String resource(String name) throws IOException {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the file " + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** {@code {"tag": {"run": [value, …]}}}, one value per step. The wiggles are computed: every demo shows the same. */
    private static String scalars() {
        return "{\"epoch_loss\": {"
                + run("train", step -> 2.1 * Math.exp(-step / 45.0) + 0.12 + wiggle(step, 0.05)) + ", "
                + run(
                        "validation",
                        step -> 2.0 * Math.exp(-step / 50.0) + 0.24 + step * 0.0004 + wiggle(step + 7, 0.07))
                + "}, \"epoch_accuracy\": {"
                + run("train", step -> 0.97 - 0.85 * Math.exp(-step / 38.0) + wiggle(step + 3, 0.012)) + ", "
                + run("validation", step -> 0.92 - 0.80 * Math.exp(-step / 42.0) + wiggle(step + 11, 0.018))
                + "}, \"learning_rate\": {"
                + run("train", step -> 0.0005 * (1 + Math.cos(Math.PI * step / STEPS)))
                + "}}";
    }

    private static String run(String name, IntToDoubleFunction value) {
        return "\"" + name + "\": ["
                + IntStream.range(0, STEPS)
                        .mapToObj(step -> String.format(Locale.ROOT, "%.5f", value.applyAsDouble(step)))
                        .collect(Collectors.joining(","))
                + "]";
    }

    private static double wiggle(int step, double size) {
        return size * (Math.sin(step * 1.7) + Math.sin(step * 0.61 + 1) + Math.sin(step * 3.9 + 2)) / (1 + step / 60.0);
    }
}
