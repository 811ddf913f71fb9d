package dev.rwtui.python.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads YAML and TOML. Nothing is made but texts, tables and sequences; nesting and size are bounded, a name that comes twice
 * in a table is an error, and so is an alias of YAML, which no tool of python's writes and which a few lines can make
 * gigabytes of.
 */
final class Trees {

    private static final int DEEPEST = 32;

    /** In characters. A lock of conda's for several platforms has some millions. */
    private static final int LONGEST = 64 << 20;

    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxDocumentLength(4L * LONGEST)
            .build();

    private static final JsonFactory YAML = YAMLFactory.builder()
            .loaderOptions(loaderOptions())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(CONSTRAINTS)
            .build();

    private static final JsonFactory TOML =
            TomlFactory.builder().streamReadConstraints(CONSTRAINTS).build();

    private final SourceFile file;
    private final JsonParser parser;

    private Trees(SourceFile file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static Node yaml(SourceFile file) throws RequirementsException {
        return read(file, YAML);
    }

    static Node toml(SourceFile file) throws RequirementsException {
        return read(file, TOML);
    }

    private static Node read(SourceFile file, JsonFactory factory) throws RequirementsException {
        if (file.text().length() > LONGEST) {
            throw new RequirementsException(file, 0, "longer than any such file is");
        }
        try (JsonParser parser = factory.createParser(file.text())) {
            JsonToken first = parser.nextToken();
            return first == null ? new Node.Empty(0) : new Trees(file, parser).value(first, 0);
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            String why =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("cannot be read");
            throw new RequirementsException(file, location == null ? 0 : Math.max(0, location.getLineNr()), why);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
    }

    private static LoaderOptions loaderOptions() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(DEEPEST);
        return options;
    }

    private Node value(JsonToken token, int depth) throws IOException, RequirementsException {
        int line = Math.max(0, parser.currentTokenLocation().getLineNr());
        if (depth > DEEPEST) {
            throw new RequirementsException(file, line, "nested deeper than any such file is");
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new RequirementsException(
                    file, line, "refers to another part with *" + parser.getText() + ": write it out");
        }
        return switch (token) {
            case START_OBJECT -> table(line, depth);
            case START_ARRAY -> sequence(line, depth);
            case VALUE_NULL -> new Node.Empty(line);
            case VALUE_EMBEDDED_OBJECT, VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                new Node.Scalar(parser.getText(), line);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME ->
                throw new RequirementsException(file, line, "is not well formed");
        };
    }

    private Node table(int line, int depth) throws IOException, RequirementsException {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            fields.put(name, value(parser.nextToken(), depth + 1));
        }
        return new Node.Table(fields, line);
    }

    private Node sequence(int line, int depth) throws IOException, RequirementsException {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token, depth + 1));
        }
        return new Node.Sequence(items, line);
    }
}
