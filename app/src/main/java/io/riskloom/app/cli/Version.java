package io.riskloom.app.cli;

import picocli.CommandLine.IVersionProvider;

/** The product's version, from the jar's manifest. */
final class Version implements IVersionProvider {

    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"riskloom " + text()};
    }
}
