package dev.rwtui.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Signals through {@code sun.misc.Signal}, reached by reflection: a direct use is a warning that cannot be suppressed
 * where warnings are errors.
 */
public final class PosixSignals {

    private PosixSignals() {}

    /**
     * Runs {@code action}, on a thread of the JVM's, each time the signal comes, in place of what the JVM would do.
     *
     * @param name without {@code SIG}: {@code INT}, {@code TERM}, {@code HUP}, {@code WINCH}, {@code CONT}
     * @return whether this JVM lets the signal be handled
     */
    public static boolean handle(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object adapter = Proxy.newProxyInstance(
                    PosixSignals.class.getClassLoader(),
                    new Class<?>[] {handler},
                    (proxy, method, arguments) -> answer(proxy, method, arguments, action));
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), adapter);
            return true;
        } catch (InvocationTargetException e) {
            // IllegalArgumentException: the JVM uses this signal itself, or the system does not know it.
            return false;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static Object answer(Object proxy, Method method, Object[] arguments, Runnable action) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "signal handler";
            default -> {
                action.run();
                yield Void.TYPE;
            }
        };
    }
}
