package dev.mote.device.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arithmetic of AVR, in assembly and in plain C, against the rounding steps of the simulator. */
class AvrArithmeticTest {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final List<String> FILES = List.of(
            "runtime/mote_runtime.h",
            "runtime/mote_arithmetic.h",
            "runtime/mote_avr.h",
            "runtime/mote_avr_dot.h",
            "runtime/mote_avr_outputs.h",
            "boards/board.h",
            "boards/text.h",
            "boards/text.c",
            "boards/avr/board.c");
    private static final String MAIN = """
            #include "board.h"
            #include "cases.h"
            #include "mote_avr_outputs.h"
            #include "text.h"

            static int8_t output(int16_t i) {
            #ifdef MOTE_AVR_DOT
                mote_avr_channels channels = {.bias = &bias[i],
                                              .multipliers = &multipliers[i],
                                              .shifts = &shifts[i],
                                              .zero_point = zero_points[i],
                                              .min = -100,
                                              .max = 120};
                return mote_avr_next(&channels, x[i]);
            #else
                const int32_t acc = mote_wrapping_add(x[i], bias[i]);
                const int32_t scaled = mote_requantize(acc, multipliers[i], shifts[i]);
                return mote_clamp(mote_wrapping_add(scaled, zero_points[i]), -100, 120);
            #endif
            }

            int main(void) {
                board_start();
                for (int16_t i = 0; i < CASES; i++) {
                    int32_t found[4];
                    found[0] = mote_doubling_high_multiply(x[i], bias[i]);
                    found[1] = mote_requantize(x[i], multipliers[i], shifts[i]);
                    found[2] = mote_divide_by_power_of_two(x[i], i & 31);
                    found[3] = output(i);
                    board_write("out ");
                    text_bytes((const uint8_t *)found, sizeof found);
                    board_write("\\n");
                }
                board_exit(0);
            }
            """;

    @TempDir
    Path folder;

    /** @param bias also the other factor of a product */
    private record Case(int x, int bias, int multiplier, int shift, int zeroPoint) {
        /** What the program says of case {@code index}. */
        List<Integer> expected(int index) {
            int scaled = FixedPoint.requantize(x + bias, multiplier, shift);
            return List.of(
                    FixedPoint.doublingHighMultiply(x, bias),
                    FixedPoint.requantize(x, multiplier, shift),
                    FixedPoint.divideByPowerOfTwo(x, index & 31),
                    (int) FixedPoint.clamp(scaled + zeroPoint, -100, 120));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void roundsAsTheSimulator(int assembly) throws IOException {
        Installed.require(Board.ATMEGA328P);
        List<Case> cases = cases();
        for (String file : FILES) {
            Files.writeString(folder.resolve(Path.of(file).getFileName()), FirmwareFiles.read(file));
        }
        Files.writeString(folder.resolve("main.c"), MAIN);
        Files.writeString(folder.resolve("cases.h"), tables(cases));
        run(List.of(
                Toolchain.AVR.compiler(),
                "-std=gnu99",
                "-Os",
                "-mmcu=atmega328p",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-DMOTE_ASSEMBLY=" + assembly,
                "main.c",
                "board.c",
                "text.c",
                "-o",
                "main.elf"));
        SimavrHost.compile(folder);
        Files.write(folder.resolve("samples.bin"), new byte[0]);
        BoardText text = BoardText.parse(run(Board.ATMEGA328P.emulator().command(folder.resolve("main.elf"), 0)));
        assertEquals(cases.size(), text.outputs().size());
        for (int i = 0; i < cases.size(); i++) {
            ByteBuffer found = ByteBuffer.wrap(text.outputs().get(i)).order(ByteOrder.LITTLE_ENDIAN);
            List<Integer> values = List.of(found.getInt(), found.getInt(), found.getInt(), found.getInt());
            assertEquals(
                    cases.get(i).expected(i),
                    values,
                    cases.get(i) + " " + HexFormat.of().formatHex(text.outputs().get(i)));
        }
    }

    private List<String> run(List<String> command) throws IOException {
        Path log = folder.resolve("log.txt");
        int exitCode =
                new HostProcess(command, folder, LONGEST).run(null, null, log).exitCode();
        List<String> lines = Files.readAllLines(log);
        assertEquals(0, exitCode, () -> String.join("\n", lines));
        return lines;
    }

    private static String tables(List<Case> cases) {
        return "#include \"mote_runtime.h\"\n#define CASES " + cases.size() + "\n"
                + table("int32_t", "x", cases, Case::x)
                + table("int32_t", "bias", cases, Case::bias)
                + table("int32_t", "multipliers", cases, Case::multiplier)
                + table("int8_t", "shifts", cases, Case::shift)
                + table("int8_t", "zero_points", cases, Case::zeroPoint);
    }

    private static String table(String type, String name, List<Case> cases, ToIntFunction<Case> value) {
        return "static MOTE_CONST %s %s[CASES] = {%s};\n"
                .formatted(
                        type,
                        name,
                        cases.stream()
                                .map(each -> "(%s)%dLL".formatted(type, value.applyAsInt(each)))
                                .collect(Collectors.joining(", ")));
    }

    /** Every shift with sums of every length, exact halves, and both ends. */
    private static List<Case> cases() {
        Random random = new Random(7);
        int[] ends = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE + 1, Integer.MIN_VALUE, 1 << 23, -(1 << 23) - 1};
        int[] multipliers = {1 << 30, Integer.MAX_VALUE, 0, (1 << 30) + 1};
        List<Case> cases = new ArrayList<>();
        for (int shift = -31; shift <= 30; shift++) {
            for (int k = 0; k < 24; k++) {
                int x = k < ends.length ? ends[k] : random.nextInt() >> random.nextInt(31);
                int bias = k < 12 ? 0 : random.nextInt() >> random.nextInt(31);
                int multiplier = k % 3 == 0
                        ? multipliers[random.nextInt(multipliers.length)]
                        : (1 << 30) | random.nextInt(1 << 30);
                cases.add(new Case(x, bias, multiplier, shift, random.nextInt(256) - 128));
            }
        }
        return cases;
    }
}
