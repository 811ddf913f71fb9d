package dev.rwtui.remote;

import java.util.List;

/** One record that a script has said, whole. Fields hold any text but NUL, as {@link ByteText} has it. */
public record Frame(String kind, List<String> fields) {

    public Frame {
        fields = List.copyOf(fields);
    }

    /** Empty where the script has said fewer. */
    public String field(int index) {
        return index < fields.size() ? fields.get(index) : "";
    }
}
