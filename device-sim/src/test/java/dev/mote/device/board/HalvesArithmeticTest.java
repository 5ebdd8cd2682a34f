package dev.mote.device.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mote.device.HostProcess;
import dev.mote.firmware.FirmwareFiles;
import dev.mote.model.arithmetic.FixedPoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products of 64 bits made of halves, in plain C and in the assembly of Cortex-M0, against the rounding steps of the simulator. */
class HalvesArithmeticTest {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final List<String> FILES = List.of(
            "runtime/mote_runtime.h",
            "runtime/mote_arithmetic.h",
            "runtime/mote_avr.h",
            "boards/board.h",
            "boards/text.h",
            "boards/text.c",
            "boards/semihosting.h",
            "boards/semihosting.c",
            "boards/cortex-m/startup.c",
            "boards/cortex-m/fault.c",
            "boards/cortex-m/sections.ld",
            "boards/microbit/board.c",
            "boards/microbit/board.ld");
    private static final String MAIN = """
            #include "board.h"
            #include "cases.h"
            #include "mote_arithmetic.h"
            #include "text.h"

            int main(void) {
                board_start();
                for (int32_t i = 0; i < CASES; i++) {
                    int32_t found[2];
                    found[0] = mote_doubling_high_multiply(x[i], factors[i]);
                    found[1] = mote_requantize(x[i], multipliers[i], shifts[i]);
                    board_write("out ");
                    text_bytes((const uint8_t *)found, sizeof found);
                    board_write("\\n");
                }
                board_exit(0);
            }
            """;
    private static final String HOST = """
            #include <stdio.h>
            #include <stdlib.h>

            #include "board.h"

            void board_start(void) {
            }

            void board_write(const char *text) {
                fputs(text, stdout);
            }

            void board_exit(int status) {
                exit(status);
            }
            """;
    private static final List<String> WARNINGS = List.of("-Wall", "-Wextra", "-Wconversion", "-Wundef", "-Werror");

    @TempDir
    Path folder;

    private record Case(int x, int factor, int multiplier, int shift) {
        List<Integer> expected() {
            return List.of(FixedPoint.doublingHighMultiply(x, factor), FixedPoint.requantize(x, multiplier, shift));
        }
    }

    @Test
    void halvesRoundAsTheSimulatorOnTheHost() throws IOException {
        String path = System.getenv("PATH");
        assumeTrue(
                Stream.of(path.split(":")).anyMatch(bin -> Files.isExecutable(Path.of(bin, "gcc"))),
                "skipped: no gcc in PATH");
        write();
        run(command(
                List.of("gcc", "-std=c99", "-O1", "-DMOTE_MULTIPLY_HALVES=1"),
                List.of("-fsanitize=undefined", "-fno-sanitize-recover=all"),
                List.of("main.c", "host.c", "text.c", "-o", "main")));
        check(run(List.of(folder.resolve("main").toString())));
    }

    /** -O2 takes the assembly, -Os the halves in C; the whole product is the compiler's library. */
    @ParameterizedTest
    @ValueSource(strings = {"-O2", "-O2 -fno-omit-frame-pointer", "-Os", "-O0", "-O2 -DMOTE_MULTIPLY_HALVES=0"})
    void roundsAsTheSimulatorOnCortexM0(String options) throws IOException {
        Installed.require(Board.MICROBIT);
        write();
        List<String> compiler = new ArrayList<>(List.of(Toolchain.ARM.compiler(), "-std=gnu99"));
        compiler.addAll(List.of(options.split(" ")));
        compiler.addAll(Board.MICROBIT.options());
        run(command(
                compiler,
                List.of("--specs=nano.specs", "-nostartfiles", "-L.", "-Tboard.ld", "-Wl,--defsym=__stack_size=2048"),
                List.of("main.c", "board.c", "text.c", "semihosting.c", "startup.c", "fault.c", "-o", "main.elf")));
        check(run(Board.MICROBIT.emulator().command(folder.resolve("main.elf"), 0)));
    }

    private static List<String> command(List<String> compiler, List<String> options, List<String> files) {
        return Stream.of(compiler, WARNINGS, options, files)
                .flatMap(List::stream)
                .toList();
    }

    private void write() throws IOException {
        for (String file : FILES) {
            Files.writeString(folder.resolve(Path.of(file).getFileName()), FirmwareFiles.read(file));
        }
        Files.writeString(folder.resolve("main.c"), MAIN);
        Files.writeString(folder.resolve("host.c"), HOST);
        List<Case> cases = cases();
        Files.writeString(
                folder.resolve("cases.h"),
                "#include <stdint.h>\n#define CASES " + cases.size() + "\n"
                        + table("x", cases, Case::x)
                        + table("factors", cases, Case::factor)
                        + table("multipliers", cases, Case::multiplier)
                        + table("shifts", cases, Case::shift));
    }

    private static String table(String name, List<Case> cases, ToIntFunction<Case> value) {
        return "static const int32_t %s[CASES] = {%s};\n"
                .formatted(
                        name,
                        cases.stream()
                                .map(each -> "(int32_t)%dLL".formatted(value.applyAsInt(each)))
                                .collect(Collectors.joining(", ")));
    }

    private List<String> run(List<String> command) throws IOException {
        Path log = folder.resolve("log.txt");
        int exitCode =
                new HostProcess(command, folder, LONGEST).run(null, null, log).exitCode();
        List<String> lines = Files.readAllLines(log);
        assertEquals(0, exitCode, () -> String.join("\n", lines));
        return lines;
    }

    private static void check(List<String> lines) {
        List<Case> cases = cases();
        List<byte[]> outputs = BoardText.parse(lines).outputs();
        assertEquals(cases.size(), outputs.size());
        for (int i = 0; i < cases.size(); i++) {
            ByteBuffer found = ByteBuffer.wrap(outputs.get(i)).order(ByteOrder.LITTLE_ENDIAN);
            assertEquals(
                    cases.get(i).expected(),
                    List.of(found.getInt(), found.getInt()),
                    cases.get(i).toString());
        }
    }

    /** Every shift with numbers of every length, with each end of a half, and with both ends of an int. */
    private static List<Case> cases() {
        Random random = new Random(11);
        int[] ends = {
            0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE + 1, Integer.MIN_VALUE, 0xffff, 0x10000, -0x8000, 0x7fff8000
        };
        int[] multipliers = {1 << 30, Integer.MAX_VALUE, 0, (1 << 30) + 1, 0x7fff0000, 0x4000ffff};
        List<Case> cases = new ArrayList<>();
        for (int shift = -31; shift <= 30; shift++) {
            for (int k = 0; k < 40; k++) {
                int x = k < ends.length ? ends[k] : random.nextInt() >> random.nextInt(31);
                int factor = k % 4 == 0 ? ends[random.nextInt(ends.length)] : random.nextInt() >> random.nextInt(31);
                int multiplier = k % 3 == 0
                        ? multipliers[random.nextInt(multipliers.length)]
                        : (1 << 30) | random.nextInt(1 << 30);
                boolean isExcluded = x == Integer.MIN_VALUE && factor == Integer.MIN_VALUE;
                cases.add(new Case(x, isExcluded ? 1 : factor, multiplier, shift));
            }
        }
        return cases;
    }
}
