package dev.mote.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Mote's version, as the build wrote it. */
public final class Version implements IVersionProvider {

    /** As {@code 0.1.0}. */
    public static String text() {
        Properties properties = new Properties();
        try (InputStream stream = Version.class.getResourceAsStream("/mote.properties")) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"mote " + text()};
    }
}
