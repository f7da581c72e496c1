package co.litper.cerebro.server.read;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/** A connection whose commits fail while a switch says so. */
final class FailingCommits {
    private FailingCommits() {}

    static Connection around(Connection connection, boolean[] fails) {
        return (Connection) Proxy.newProxyInstance(
                FailingCommits.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("commit") && fails[0]) {
                        throw new SQLException("the test lets this commit fail");
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
