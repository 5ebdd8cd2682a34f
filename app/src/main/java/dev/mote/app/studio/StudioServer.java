package dev.mote.app.studio;

import dev.mote.model.BadInputException;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicReference;

/** Starts the container of the studio and waits until the process is asked to end. */
public final class StudioServer {
    private static final int HELD_CONNECTIONS = 1;

    /** The container makes its beans itself, so this is where {@link StudioBeans} finds what the command was given. */
    private static final AtomicReference<StudioSettings> SETTINGS = new AtomicReference<>();

    private static final AtomicReference<PrintWriter> MESSAGES = new AtomicReference<>();

    private StudioServer() {}

    /**
     * @param messages where the address is told when the studio is ready
     * @throws BadInputException if the port is taken, or the address is not of this machine
     */
    public static void serve(StudioSettings settings, PrintWriter messages) {
        requireFree(settings.address(), settings.port());
        SETTINGS.set(settings);
        MESSAGES.set(messages);
        System.setProperty("quarkus.http.host", settings.address().getHostAddress());
        // Pages are unpacked before they are served. Where Vert.x puts them otherwise, every user of this machine could
        // change them.
        System.setProperty(
                "quarkus.vertx.cache-directory",
                TemporaryFolder.create().resolve("pages").toString());
        if (settings.token().isPresent()) {
            Certificate certificate = Certificate.of(settings);
            System.setProperty("quarkus.http.insecure-requests", "disabled");
            System.setProperty("quarkus.http.ssl-port", String.valueOf(settings.port()));
            System.setProperty(
                    "quarkus.http.ssl.certificate.key-store-file",
                    certificate.file().toString());
            System.setProperty("quarkus.http.ssl.certificate.key-store-password", certificate.password());
        } else {
            System.setProperty("quarkus.http.port", String.valueOf(settings.port()));
        }
        Quarkus.run();
    }

    static StudioSettings settings() {
        return SETTINGS.get();
    }

    static PrintWriter messages() {
        return MESSAGES.get();
    }

    private static void requireFree(InetAddress address, int port) {
        try {
            new ServerSocket(port, HELD_CONNECTIONS, address).close();
        } catch (IOException e) {
            throw new BadInputException(
                    "cannot listen on " + address.getHostAddress() + " port " + port + " (" + e.getMessage()
                            + "); choose another with --port, 0 for any free one",
                    e);
        }
    }
}
