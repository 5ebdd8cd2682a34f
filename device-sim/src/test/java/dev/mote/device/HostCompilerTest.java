package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.MissingToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostCompilerTest {
    @TempDir
    Path folder;

    @Test
    void saysWhatToInstallWithoutAnyCompiler() {
        String message = missing(Optional.empty(), Map.of("PATH", folder.toString()));
        assertEquals(
                "no C compiler (cc, gcc or clang) in PATH; install one (Debian: apt install gcc; macOS: xcode-select --install)"
                        + " or name one in CC",
                message);
    }

    @Test
    void refusesAnUnknownCompilerOfTheEnvironment() {
        String message = missing(Optional.empty(), Map.of("PATH", folder.toString(), "CC", "nonsense-cc"));
        assertTrue(message.startsWith("C compiler nonsense-cc: not found; install one"), message);
    }

    @Test
    void takesTheCompilerOfTheEnvironmentBeforeThoseOfThePath() throws IOException {
        program("cc", "exit 0");
        Path own = program("own-cc", "exit 0");
        Map<String, String> environment = Map.of("PATH", folder.toString(), "CC", "own-cc");
        assertEquals(own, HostCompiler.find(Optional.empty(), environment).program());
    }

    @Test
    void refusesAProgramThatFails() throws IOException {
        HostCompiler compiler = new HostCompiler(program("cc", "echo 'stdint.h: error: no such file'; exit 1"));
        String message = assertThrows(MissingToolException.class, compiler::requireWorking)
                .getMessage();
        assertTrue(message.contains("cc: cannot build a program (stdint.h: error: no such file); install"), message);
    }

    @Test
    void refusesAProgramThatBuildsNothing() throws IOException {
        HostCompiler compiler = new HostCompiler(program("cc", "exit 0"));
        String message = assertThrows(MissingToolException.class, compiler::requireWorking)
                .getMessage();
        assertTrue(message.contains("cannot build a program (nothing came out)"), message);
    }

    private static String missing(Optional<String> chosen, Map<String, String> environment) {
        return assertThrows(MissingToolException.class, () -> HostCompiler.find(chosen, environment))
                .getMessage();
    }

    private Path program(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }
}
