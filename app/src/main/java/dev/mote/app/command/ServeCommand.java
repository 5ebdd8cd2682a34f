package dev.mote.app.command;

import dev.mote.app.studio.StudioServer;
import dev.mote.app.studio.StudioSettings;
import dev.mote.model.BadInputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mote serve}: the studio. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serve the studio: models, runs, live digits and streams in a browser, until Ctrl+C.")
public final class ServeCommand implements Callable<Integer> {
    private static final int LARGEST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8765",
            description = "0: any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = StudioSettings.LOOPBACK,
            description = "Address of this machine to listen on. Any but loopback is served by TLS, and asks for a"
                    + " token, which is printed at the start. Default: ${DEFAULT-VALUE}.")
    private String host;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "Folder of runs and models; the studio writes into it. Default: ${DEFAULT-VALUE}.")
    private Path workspace;

    @Mixin
    private DataDirectoryOption directory;

    @Override
    public Integer call() {
        if (port < 0 || port > LARGEST_PORT) {
            throw new BadInputException("--port is " + port + ", expected 0 to " + LARGEST_PORT);
        }
        Optional<Path> data = directory.given();
        StudioServer.serve(
                StudioSettings.of(host, port, workspace, data),
                spec.commandLine().getErr());
        return 0;
    }
}
