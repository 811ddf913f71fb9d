package dev.rwtui.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes the records that {@code --json} promises. */
final class Json {

    /** ASCII alone: what comes from hosts has no way to a terminal's controls, and names that are no text stay what they are. */
    private static final ObjectMapper LINE =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final ObjectMapper DOCUMENT = LINE.copy().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    /** On one line. */
    static String line(Object value) {
        return write(LINE, value);
    }

    /** Indented. */
    static String document(Object value) {
        return write(DOCUMENT, value);
    }

    private static String write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value).replace("\u007f", "\\u007f");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours cannot be written as JSON", e);
        }
    }
}
