package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.firmware.FirmwareFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures kernels with the compiler of an instruction set, in a folder of its own. */
final class CrossCompiler {
    private final InstructionSet set;
    private final Path folder;

    CrossCompiler(InstructionSet set, Path folder) {
        this.set = set;
        this.folder = folder;
    }

    /** Of the programs: {@code arm-none-eabi-}. */
    private String prefix() {
        return switch (set) {
            case ARMV6_M, ARMV7E_M, ARMV8_1M -> "arm-none-eabi-";
            case RV32IMC -> "riscv64-unknown-elf-";
            case AVR -> "avr-";
        };
    }

    private List<String> flags() {
        return switch (set) {
            case ARMV6_M -> List.of("-std=c99", "-mcpu=cortex-m0", "-mthumb", "--specs=nano.specs");
            case ARMV7E_M -> List.of("-std=c99", "-mcpu=cortex-m4", "-mthumb", "--specs=nano.specs");
            case ARMV8_1M ->
                List.of("-std=c99", "-mcpu=cortex-m55", "-mthumb", "-mfloat-abi=hard", "--specs=nano.specs");
            case RV32IMC -> List.of("-std=c99", "-march=rv32imc", "-mabi=ilp32", "--specs=picolibc.specs");
            case AVR -> List.of("-std=gnu99", "-mmcu=atmega328p", "-ffunction-sections");
        };
    }

    boolean isInstalled() {
        String gcc = prefix() + "gcc";
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, gcc)));
    }

    String version() {
        return require(List.of(prefix() + "gcc", "-dumpversion")).strip();
    }

    Map<Kernel, KernelCost> measure() {
        List<Kernel> kernels = Stream.of(Kernel.values())
                .filter(kernel -> set != InstructionSet.AVR || kernel.simd() == Simd.NONE)
                .toList();
        kernels.stream().flatMap(kernel -> kernel.files().stream()).distinct().forEach(this::copy);
        List<String> compile = new ArrayList<>(List.of(prefix() + "gcc", "-Os", "-fstack-usage", "-w", "-c"));
        compile.addAll(flags());
        kernels.forEach(kernel -> compile.add(kernel.function() + ".c"));
        require(compile);
        Map<Kernel, KernelCost> costs = new EnumMap<>(Kernel.class);
        for (Kernel kernel : kernels) {
            int code = text(kernel.function() + ".o") - shared(kernel.function() + ".o");
            costs.put(kernel, new KernelCost(code, library(kernel, code), stack(kernel)));
        }
        return costs;
    }

    private void copy(String file) {
        try {
            Files.writeString(folder.resolve(file), FirmwareFiles.read("runtime/" + file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Code and constants. */
    private int text(String file) {
        String last = require(List.of(prefix() + "size", file)).lines().toList().getLast();
        return Integer.parseInt(last.strip().split("\\s+")[0]);
    }

    /** Functions of which the linker keeps one copy for all kernels: they count like those of a library. */
    private int shared(String file) {
        return require(List.of(prefix() + "size", "-A", file))
                .lines()
                .filter(line -> line.startsWith(".text.mote_avr_") || line.startsWith(".text.mote_doubling"))
                .mapToInt(line -> Integer.parseInt(line.split("\\s+")[1]))
                .sum();
    }

    /** What a program of this kernel alone has beyond the kernel; 0 where the library lacks a function. */
    private int library(Kernel kernel, int code) {
        String object = kernel.function() + ".o";
        if (shared(object) == 0
                && require(List.of(prefix() + "nm", "-u", object)).isBlank()) {
            return 0;
        }
        List<String> link = new ArrayList<>(List.of(prefix() + "gcc", "-nostartfiles", "-Wl,--gc-sections"));
        link.addAll(flags());
        link.addAll(List.of("-Wl,-e," + kernel.function(), "-Wl,--defsym=end=0", object, "-lm", "-o", "linked.elf"));
        Ran ran = run(link);
        return ran.code() == 0 ? Math.max(0, text("linked.elf") - code) : 0;
    }

    /** Frames of all functions of its file. */
    private int stack(Kernel kernel) {
        try {
            return Files.readAllLines(folder.resolve(kernel.function() + ".su")).stream()
                    .mapToInt(line -> Integer.parseInt(line.split("\t")[1]))
                    .sum();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private record Ran(int code, String output) {}

    private String require(List<String> command) {
        Ran ran = run(command);
        assertEquals(0, ran.code(), ran.output());
        return ran.output();
    }

    private Ran run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), output);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
