package co.litper.cerebro.benchmarks.cluster;

import java.util.ArrayList;
import java.util.List;

/** A JVM of its own for a class of this one's class path. */
final class ChildJvm {
    private ChildJvm() {}

    /**
     * Its command and environment; where its output goes is the caller's to say.
     *
     * @param by what the command begins with
     * @param heapMb megabytes of heap at the most
     * @param brief true if its code is not worth compiling well
     */
    static ProcessBuilder of(List<String> by, int heapMb, boolean brief, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(by);
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + heapMb + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + (brief ? 1 : 4),
                "--enable-native-access=ALL-UNNAMED",
                main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path", ""));
        return builder;
    }
}
