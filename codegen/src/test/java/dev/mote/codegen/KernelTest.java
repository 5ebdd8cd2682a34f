package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mote.firmware.FirmwareFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void namesEveryHeaderThatItsFileIncludes(Kernel kernel) {
        for (String file : kernel.files()) {
            FirmwareFiles.read("runtime/" + file)
                    .lines()
                    .filter(line -> line.startsWith("#include \""))
                    .map(line -> line.substring(10, line.length() - 1))
                    .forEach(included -> assertTrue(kernel.files().contains(included), file + " needs " + included));
        }
    }

    /** Where an int has 16 bits, a shift or a product of plain ints is soon too long; the compiler sees many of these. */
    @ParameterizedTest
    @EnumSource(
            value = Kernel.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ELU_F32", "ROUND_F32"})
    void compilesWhereAnIntHas16Bits(Kernel kernel) throws IOException, InterruptedException {
        String gcc = "avr-gcc";
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, gcc))),
                "skipped: no " + gcc + " in PATH");
        for (String file : kernel.files()) {
            Files.writeString(folder.resolve(file), FirmwareFiles.read("runtime/" + file));
        }
        run(List.of(
                gcc,
                "-std=c99",
                "-Wall",
                "-Wextra",
                "-Wconversion",
                "-Wshadow",
                "-Wundef",
                "-Werror",
                "-mmcu=atmega2560",
                "-Os",
                "-c",
                kernel.function() + ".c",
                "-o",
                "kernel.o"));
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
