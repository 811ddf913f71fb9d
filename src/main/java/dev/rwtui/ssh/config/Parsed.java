package dev.rwtui.ssh.config;

import java.util.function.Function;

/** What came of reading a piece of text: a value, or what is wrong with the text. */
sealed interface Parsed<T> {

    record Good<T>(T value) implements Parsed<T> {}

    /**
     * The text is wrong.
     *
     * @param why as {@code ssh} words it, without its place
     */
    record Bad<T>(String why) implements Parsed<T> {}

    static <T> Parsed<T> of(T value) {
        return new Good<>(value);
    }

    static <T> Parsed<T> bad(String why) {
        return new Bad<>(why);
    }

    default <R> Parsed<R> then(Function<? super T, Parsed<R>> next) {
        if (this instanceof Good<T> good) {
            return next.apply(good.value());
        }
        return new Bad<>(((Bad<T>) this).why());
    }

    default <R> Parsed<R> map(Function<? super T, ? extends R> change) {
        return then(value -> new Good<>(change.apply(value)));
    }

    /** The value, or {@code other} where the text is wrong. */
    default T or(T other) {
        return this instanceof Good<T> good ? good.value() : other;
    }

    default boolean isGood() {
        return this instanceof Good<T>;
    }
}
