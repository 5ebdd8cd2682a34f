package dev.mote.device.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.device.FrontEndModels;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.frontend.Int8Input;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Quantization;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Front ends on emulated boards give Java's bytes. {@code -Dfigures=true} prints what they take. */
@Tag("slow")
class FrontEndBoardTest {
    /** As a model, so that the board's test bench runs it: windows in, the input of the network out. */
    private static final String HEADER = """
            #include "fe_front_end.h"

            #define WRAP_ARENA_BYTES FE_ARENA_BYTES
            int16_t *wrap_input(void *arena);
            int32_t wrap_run(void *arena, const int16_t *input, int8_t *output);
            int32_t wrap_self_test(void *arena);
            """;

    private static final String SOURCE = """
            #include "wrap.h"

            static int16_t window[FE_WINDOW_LENGTH * FE_CHANNELS];

            int16_t *wrap_input(void *arena) {
                (void)arena;
                return window;
            }

            int32_t wrap_run(void *arena, const int16_t *input, int8_t *output) {
                %s
            }

            int32_t wrap_self_test(void *arena) {
                return fe_front_end_self_test(arena, window);
            }
            """;

    private static final String CALL = "return fe_front_end(arena, input, output);";
    private static final String NOTHING = "(void)arena; (void)input; (void)output; return 0;";

    @ParameterizedTest
    @CsvSource({
        "MPS2_AN386, SIGNALS",
        "MPS2_AN386, NUMBERS",
        "MICROBIT, SIGNALS",
        "MICROBIT, NUMBERS",
        "ATMEGA2560, SIGNALS",
        "ATMEGA2560, NUMBERS"
    })
    void givesTheBytesOfJava(Board board, FrontEndModels kind) {
        Installed.require(board);
        Graph model = kind.graph();
        CProject project = Codegen.generate(
                model,
                new ModelSource("fe.tflite", new byte[0]),
                new Target("fe", ProjectKind.PLAIN, board.core(), Goal.BALANCED));
        Int8Input input = InputPath.of(model)
                .int8((Quantization.PerTensor) model.tensor(0).quantization());
        List<byte[]> samples = new ArrayList<>();
        List<byte[]> expected = new ArrayList<>();
        for (short[] window : windows(kind.counts())) {
            samples.add(littleEndian(window));
            expected.add(input.bytes(window));
        }
        try (BoardFirmware firmware = firmware(project, kind, CALL, board);
                BoardFirmware empty = firmware(project, kind, NOTHING, board)) {
            BoardText text = firmware.run(samples);
            for (int i = 0; i < expected.size(); i++) {
                assertArrayEquals(expected.get(i), text.outputs().get(i), "window " + i);
            }
            assertTrue(firmware.selfTest() == 0, "self test");
            if (System.getProperty("figures") != null) {
                System.out.printf(
                        "%s %s: %d %s, flash %d, stack %d, arena %d%n",
                        board,
                        kind,
                        board.clock().instructions(text.runs().get(1)),
                        board.core().unit(),
                        firmware.flashBytes() - empty.flashBytes(),
                        text.stackBytes(),
                        project.figures().arenaBytes());
            }
        }
    }

    private static BoardFirmware firmware(CProject project, FrontEndModels kind, String run, Board board) {
        SortedMap<String, String> files = new TreeMap<>(project.files());
        files.put("wrap.h", HEADER);
        files.put("wrap.c", SOURCE.formatted(run));
        CProject wrapped = new CProject(
                "wrap",
                ProjectKind.PLAIN,
                files,
                project.figures(),
                List.of(new CProject.End("int16_t", kind.counts(), 2 * kind.counts(), true)),
                List.of(new CProject.End("int8_t", kind.outputs(), kind.outputs(), false)),
                0);
        return BoardFirmware.build("front end", wrapped, board, Goal.BALANCED);
    }

    /** A person who walks, then both ends of the range, then noise. */
    private static List<short[]> windows(int length) {
        Random random = new Random(1);
        List<short[]> windows = new ArrayList<>();
        for (int kind = 0; kind < 3; kind++) {
            short[] window = new short[length];
            for (int i = 0; i < length; i++) {
                window[i] = switch (kind) {
                    case 0 -> (short) (8000 + 3000 * Math.sin(i * 0.03) + 500 * random.nextGaussian());
                    case 1 -> random.nextBoolean() ? Short.MAX_VALUE : Short.MIN_VALUE;
                    default -> (short) random.nextInt();
                };
            }
            windows.add(window);
        }
        windows.add(1, windows.getFirst());
        return windows;
    }

    private static byte[] littleEndian(short[] window) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * window.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(window);
        return bytes.array();
    }
}
