package dev.mote.app.studio;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.io.PrintWriter;
import java.net.InetAddress;

/** Tells on standard error where the studio is, once it listens. */
@Singleton
final class Announcement {
    private final StudioSettings settings;
    private final HttpServer server;

    Announcement(StudioSettings settings, HttpServer server) {
        this.settings = settings;
        this.server = server;
    }

    void http(@ObservesAsync HttpServerStart start) {
        tell("http", server.getPort());
    }

    void https(@ObservesAsync HttpsServerStart start) {
        tell("https", server.getSecurePort());
    }

    private void tell(String scheme, int port) {
        PrintWriter messages = StudioServer.messages();
        for (InetAddress address : settings.addresses()) {
            String host = address.getHostAddress();
            messages.println("mote: studio on " + scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                    + port + "/ (workspace " + settings.workspace() + "); stop it with Ctrl+C");
        }
        settings.token()
                .ifPresent(token -> messages.println("mote: token " + token
                        + "; browsers warn of the certificate, which this machine made for itself, once"));
    }
}
