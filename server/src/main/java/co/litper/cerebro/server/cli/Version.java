package co.litper.cerebro.server.cli;

import picocli.CommandLine.IVersionProvider;

/** Tells the version that the jar's manifest holds. */
final class Version implements IVersionProvider {

    /** The version, or {@code development} where classes do not come from a jar. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"cerebro " + text()};
    }
}
