package dev.mote.device.board;

import dev.mote.device.HostCompiler;
import dev.mote.device.HostProcess;
import dev.mote.firmware.FirmwareFiles;
import dev.mote.model.MissingToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The program around simavr's library that runs images of AVR: {@code boards/avr/simavr_host.c}, compiled for this machine. */
final class SimavrHost {
    static final String PROGRAM = "simavr_host";

    private static final String SOURCE = PROGRAM + ".c";
    private static final String LOG = PROGRAM + ".log";
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private SimavrHost() {}

    /**
     * Makes {@value #PROGRAM} in {@code folder}.
     *
     * @throws MissingToolException if the library is not installed
     */
    static void compile(Path folder) throws IOException {
        String compiler = HostCompiler.find(Optional.empty()).program().toString();
        Files.writeString(folder.resolve(SOURCE), FirmwareFiles.read("boards/avr/" + SOURCE));
        Path log = folder.resolve(LOG);
        List<String> command = List.of(compiler, "-std=c99", "-O2", SOURCE, "-lsimavr", "-lelf", "-o", PROGRAM);
        if (new HostProcess(command, folder, LONGEST).run(null, null, log).exitCode() != 0) {
            String found = Files.readAllLines(log).stream()
                    .filter(line -> line.contains("error") || line.contains("cannot find"))
                    .findFirst()
                    .orElse("no message");
            throw new MissingToolException("simavr: its library does not link (" + found.strip()
                    + "); install it (Debian: apt install libsimavr-dev libelf-dev)");
        }
    }
}
