package dev.mote.device.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.model.graph.Graph;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.tflite.TfliteFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The reference's models on emulated boards, with the reference's bytes. */
@Tag("slow")
class GoldenBoardTest {

    @ParameterizedTest
    @EnumSource(names = {"MPS2_AN386", "MPS3_AN547"})
    void allModelsGiveTheReferencesBytes(Board board) throws IOException {
        Installed.require(board);
        List<Path> folders = folders();
        assertEquals(7, folders.size());
        for (Path folder : folders) {
            check(board, folder);
        }
    }

    @ParameterizedTest
    @CsvSource({"ATMEGA328P, hello_world_int8", "ATMEGA2560, micro_speech_quantized"})
    void modelsThatFitGiveTheReferencesBytesOnAvr(Board board, String model) throws IOException {
        Installed.require(board);
        for (Path folder : folders()) {
            if (folder.endsWith(model)) {
                check(board, folder);
            }
        }
    }

    @Test
    void saysByHowMuchAModelDoesNotFit() throws IOException {
        Installed.require(Board.MICROBIT);
        Path folder = folders().stream()
                .filter(path -> path.endsWith("vww_96_int8"))
                .findFirst()
                .orElseThrow();
        DoesNotFitException failure = assertThrows(DoesNotFitException.class, () -> check(Board.MICROBIT, folder));
        String message = failure.getMessage();
        assertTrue(message.startsWith("vww_96_int8.tflite does not fit microbit: RAM is short of "), message);
        assertTrue(message.contains("(has 16,384; the arena takes 36,872, "), message);
    }

    /** The compiler refuses its largest array, so the linker cannot tell. */
    @Test
    void saysByHowMuchAModelDoesNotFitWhereItDoesNotCompile() throws IOException {
        Installed.require(Board.ATMEGA2560);
        Path folder = folders().stream()
                .filter(path -> path.endsWith("ad01_int8"))
                .findFirst()
                .orElseThrow();
        String message = assertThrows(DoesNotFitException.class, () -> check(Board.ATMEGA2560, folder))
                .getMessage();
        assertTrue(message.startsWith("ad01_int8.tflite does not fit atmega2560: flash is short of about "), message);
        assertTrue(message.contains("(has 262,144; weights take 270,930, "), message);
    }

    private static List<Path> folders() throws IOException {
        String root = System.getenv("MOTE_DATA");
        assumeTrue(
                root != null && Files.isDirectory(Path.of(root, "golden")), "skipped: no folder golden in $MOTE_DATA");
        try (Stream<Path> listed = Files.list(Path.of(root, "golden"))) {
            return listed.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void check(Board board, Path folder) throws IOException {
        Path file = folder.resolve(folder.getFileName() + ".tflite");
        Graph graph = TfliteFile.read(file);
        List<byte[]> samples = samples(
                Files.readAllBytes(folder.resolve("input.bin")),
                Interpreter.of(graph).invocation().inputBytes());
        assertEquals(16, samples.size());
        ModelSource source = new ModelSource(file.toString(), Files.readAllBytes(file));
        BenchResult result = Bench.of(graph, source, samples).run(board, Goal.SPEED);
        ByteArrayOutputStream outputs = new ByteArrayOutputStream();
        result.outputs().forEach(outputs::writeBytes);
        assertArrayEquals(Files.readAllBytes(folder.resolve("output.bin")), outputs.toByteArray(), file.toString());
        assertTrue(result.exact());
    }

    private static List<byte[]> samples(byte[] inputs, int bytes) {
        List<byte[]> samples = new ArrayList<>();
        for (int offset = 0; offset < inputs.length; offset += bytes) {
            samples.add(Arrays.copyOfRange(inputs, offset, offset + bytes));
        }
        return samples;
    }
}
