package dev.rwtui.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Writes the records that {@code --json} promises. */
final class Json {

    private static final ObjectMapper LINE = new ObjectMapper();
    private static final ObjectMapper DOCUMENT = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

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
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours cannot be written as JSON", e);
        }
    }
}
