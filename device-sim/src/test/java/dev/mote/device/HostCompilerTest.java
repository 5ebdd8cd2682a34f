package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import dev.mote.model.MissingToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostCompilerTest {
    @TempDir
    Path folder;

    private Path tool(String name) throws IOException {
        return tool(name, "");
    }

    private Path tool(String name, String script) throws IOException {
        Path tool = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertTrue(tool.toFile().setExecutable(true));
        return tool;
    }

    @Test
    void takesTheChosenOneThenCcThenThePath() throws IOException {
        Path clang = tool("clang");
        Path gcc = tool("gcc");
        Map<String, String> environment = Map.of("PATH", folder.toString(), "CC", "clang");
        assertEquals(gcc, HostCompiler.find(Optional.of("gcc"), environment).program());
        assertEquals(clang, HostCompiler.find(Optional.empty(), environment).program());
        assertEquals(
                gcc,
                HostCompiler.find(Optional.empty(), Map.of("PATH", folder.toString()))
                        .program());
        assertEquals(
                clang,
                HostCompiler.find(Optional.of(clang.toString()), Map.of()).program());
    }

    @Test
    void saysHowToGetACompiler() {
        MissingToolException e = assertThrows(
                MissingToolException.class,
                () -> HostCompiler.find(Optional.empty(), Map.of("PATH", folder.toString())));
        assertEquals(
                "no C compiler (cc, gcc or clang) in PATH; install one (Debian: apt install gcc; macOS: xcode-select"
                        + " --install) or name one in CC",
                e.getMessage());
    }

    @Test
    void saysWhichChosenCompilerIsMissing() {
        MissingToolException e =
                assertThrows(MissingToolException.class, () -> HostCompiler.find(Optional.of("/no/such/cc"), Map.of()));
        assertTrue(e.getMessage().startsWith("C compiler /no/such/cc: not found; "), e.getMessage());
    }

    @Test
    void showsTheFirstErrorAndNoMore() throws IOException {
        HostCompiler compiler = GoldenProjects.compiler("gcc");
        Files.writeString(
                folder.resolve("broken.c"), "int f(void) { return missing; }\nint g(void) { return absent; }\n");
        BadInputException e = assertThrows(
                BadInputException.class,
                () -> compiler.compile(folder, List.of("broken.c"), List.of(), folder.resolve("out")));
        assertEquals(1, e.getMessage().lines().count());
        assertTrue(e.getMessage().startsWith("gcc: the C code does not compile: broken.c:1:"), e.getMessage());
    }

    @Test
    void refusesAProgramThatFails() throws IOException {
        HostCompiler compiler = new HostCompiler(tool("cc", "echo 'stdint.h: error: no such file'; exit 1"));
        MissingToolException e = assertThrows(MissingToolException.class, compiler::requireWorking);
        assertTrue(
                e.getMessage().contains("cc: cannot build a program (stdint.h: error: no such file); install"),
                e.getMessage());
    }

    @Test
    void refusesAProgramThatBuildsNothing() throws IOException {
        HostCompiler compiler = new HostCompiler(tool("cc", "exit 0"));
        MissingToolException e = assertThrows(MissingToolException.class, compiler::requireWorking);
        assertTrue(e.getMessage().contains("cannot build a program (nothing came out)"), e.getMessage());
    }
}
