package dev.rwtui.python.model;

import java.util.List;
import java.util.Optional;

/**
 * What came of comparing two environments.
 *
 * @param here the words of the side that says what is wanted: where one of both is a file, that one
 * @param comparison empty where they could not be compared
 * @param commands that would make the other side equal, one line each, to be copied and never run by themselves
 * @param failure why they could not be compared; empty exactly where they were
 */
public record Compared(
        String here, String there, Optional<Comparison> comparison, List<String> commands, Optional<String> failure) {

    public Compared {
        commands = List.copyOf(commands);
    }

    public static Compared failed(String here, String there, String why) {
        return new Compared(here, there, Optional.empty(), List.of(), Optional.of(why));
    }
}
