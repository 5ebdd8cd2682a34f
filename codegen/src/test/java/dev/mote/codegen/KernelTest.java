package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mote.firmware.FirmwareFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {
    /** With 24-bit pointers gcc 5.4 finds no registers for them. */
    private static final Set<Kernel> FAR_TOO_MANY_REGISTERS = EnumSet.of(
            Kernel.CONV_2D_S16, Kernel.DEPTHWISE_CONV_2D_S16, Kernel.FULLY_CONNECTED_S16, Kernel.TRANSPOSE_CONV_S16);

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

    /**
     * Where an int has 16 bits, a shift or a product of plain ints is soon too long; and where constants have an address space of their
     * own, a pointer to one must not become a plain one. The compiler sees many of these.
     */
    @ParameterizedTest
    @EnumSource(
            value = Kernel.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ELU_F32", "ROUND_F32"})
    void compilesForAvr(Kernel kernel) throws IOException, InterruptedException {
        assumeTrue(kernel.simd() == Simd.NONE, "skipped: is never written for AVR");
        compileForAvr(kernel, List.of("-std=gnu99"));
        compileForAvr(kernel, List.of("-std=c99"));
        if (!FAR_TOO_MANY_REGISTERS.contains(kernel)) {
            compileForAvr(kernel, List.of("-std=gnu99", "-DMOTE_CONST=const __memx"));
        }
    }

    /** Inline assembly that takes nearly all registers. */
    @ParameterizedTest
    @ValueSource(strings = {"-O1", "-O2 -fno-omit-frame-pointer", "-O3", "-Os -fstack-protector-all"})
    void compilesForCortexM55(String options) throws IOException, InterruptedException {
        String gcc = "arm-none-eabi-gcc";
        requireInstalled(gcc);
        for (Kernel kernel : Kernel.values()) {
            if (kernel.simd() == Simd.MVE) {
                write(kernel);
                List<String> command =
                        new ArrayList<>(List.of(gcc, "-mcpu=cortex-m55", "-mfloat-abi=hard", "-mfpu=auto"));
                command.addAll(List.of("-std=c99", "-Wall", "-Wextra", "-Wconversion", "-Wpedantic", "-Werror"));
                command.addAll(List.of("-c", kernel.function() + ".c", "-o", "kernel.o"));
                command.addAll(List.of(options.split(" ")));
                run(command);
            }
        }
    }

    private static void requireInstalled(String gcc) {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, gcc))),
                "skipped: no " + gcc + " in PATH");
    }

    private void write(Kernel kernel) throws IOException {
        for (String file : kernel.files()) {
            Files.writeString(folder.resolve(file), FirmwareFiles.read("runtime/" + file));
        }
    }

    private void compileForAvr(Kernel kernel, List<String> options) throws IOException, InterruptedException {
        String gcc = "avr-gcc";
        requireInstalled(gcc);
        write(kernel);
        List<String> command = new ArrayList<>(List.of(
                gcc,
                "-Wall",
                "-Wextra",
                "-Wconversion",
                "-Wshadow",
                "-Wundef",
                "-Waddr-space-convert",
                "-Werror",
                "-mmcu=atmega2560",
                "-Os",
                "-c",
                kernel.function() + ".c",
                "-o",
                "kernel.o"));
        command.addAll(options);
        run(command);
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
