package co.litper.cerebro.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Makes the n-th write to a database fail, at the boundary of JDBC. Writes are {@code executeBatch}, {@code executeUpdate}
 * and {@code commit} of every wrapped connection, counted together. Thread-safe.
 */
public final class FailingWrites {
    private static final Set<String> WRITES = Set.of("executeBatch", "executeUpdate", "commit");

    /** What a connection makes that writes. */
    private static final Map<String, Class<?>> MADE =
            Map.of("prepareStatement", PreparedStatement.class, "createStatement", Statement.class);

    private final AtomicLong seen = new AtomicLong();
    private volatile long failing = Long.MAX_VALUE;
    private volatile boolean afterwards;
    private volatile int code;

    /** Writes that all succeed until told otherwise. */
    public FailingWrites() {}

    /** How many writes were tried. */
    public long seen() {
        return seen.get();
    }

    /**
     * Makes the {@code n}-th write from now on fail, once.
     *
     * @param n from 1
     * @param errorCode the vendor's code in the exception
     * @param done true if the write is done before it fails, as if its answer were lost
     */
    public void failNext(long n, int errorCode, boolean done) {
        code = errorCode;
        afterwards = done;
        failing = seen.get() + n;
    }

    /** The same connection, whose writes can fail. */
    public Connection wrap(Connection connection) {
        return proxy(Connection.class, connection);
    }

    private <T> T proxy(Class<T> type, Object target) {
        InvocationHandler handler = (_, method, arguments) -> call(target, method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        boolean fails = WRITES.contains(method.getName()) && seen.incrementAndGet() == failing;
        if (fails && !afterwards) {
            throw failure(method);
        }
        Object answer = invoke(target, method, arguments);
        if (fails) {
            throw failure(method);
        }
        Class<?> made = MADE.get(method.getName());
        return made == null || answer == null ? answer : proxy(made, answer);
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private SQLException failure(Method method) {
        return new SQLException(
                "injected failure of " + method.getName() + (afterwards ? " after" : " before") + " it was done",
                "",
                code);
    }
}
