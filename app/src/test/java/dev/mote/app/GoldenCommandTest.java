package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands on the reference's models. */
class GoldenCommandTest {
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> bothEnginesGiveTheReferencesBytes() {
        return TestRuns.cases("golden").stream()
                .flatMap(model -> Stream.of("simulator", "c")
                        .map(engine -> DynamicTest.dynamicTest(
                                model.getFileName() + " " + engine, () -> requireReferenceBytes(model, engine))));
    }

    private void requireReferenceBytes(Path model, String engine) throws IOException {
        Path output = folder.resolve("output.bin");
        JsonNode json = Ran.mote(
                        "run",
                        TestRuns.model(model),
                        "--input",
                        model.resolve("input.bin"),
                        "--output",
                        output,
                        "--engine",
                        engine,
                        "--json")
                .requireDone()
                .json();
        assertEquals(16, json.get("samples").intValue());
        assertArrayEquals(Files.readAllBytes(model.resolve("output.bin")), Files.readAllBytes(output));
    }

    /** 901 of the 1,000 is what TensorFlow Lite Micro's reference kernels reach. */
    @Test
    void keywordSpottingScoresAsInTheReference() {
        String root = System.getenv("MOTE_DATA");
        assumeTrue(
                root != null && Files.isDirectory(Path.of(root, "tflite-mlperf-tiny")),
                "skipped: no folder tflite-mlperf-tiny in $MOTE_DATA");
        Path data = Path.of(root, "tflite-mlperf-tiny");
        JsonNode json = Ran.mote(
                        "compare",
                        data.resolve("models/kws_ref_model.tflite"),
                        "--data",
                        data.resolve("eval/kws01.zip"),
                        "--json")
                .requireDone()
                .json();
        assertEquals(1000, json.get("samples").intValue());
        assertEquals(0.901, json.get("int8_accuracy").doubleValue());
        assertEquals(0, json.get("c_mismatches").intValue());
    }

    @Test
    void inspectsEveryModel() {
        for (Path model : TestRuns.cases("golden")) {
            JsonNode json = Ran.mote("inspect", TestRuns.model(model), "--json")
                    .requireDone()
                    .json();
            CommandTest.requireInspection(json);
            assertTrue(
                    json.get("macs").longValue() > 0 && json.get("arena_bytes").longValue() > 0);
            String text =
                    Ran.mote("inspect", TestRuns.model(model)).requireDone().out();
            assertTrue(text.contains("arena") && text.contains("weights"), text);
        }
    }

    @Test
    void generatesEveryModel() {
        for (Path model : TestRuns.cases("golden")) {
            Ran.mote("codegen", TestRuns.model(model), "--out", folder.resolve(model.getFileName()))
                    .requireDone();
        }
    }

    /** Every operator and type of the reference's vectors goes through the commands. */
    @Test
    @Tag("slow")
    void runsEveryOperator() {
        List<String> faults = new ArrayList<>();
        for (Path model : TestRuns.cases("golden-operators")) {
            Path file = TestRuns.model(model);
            for (Ran ran : List.of(
                    Ran.mote("inspect", file, "--json"),
                    Ran.mote("codegen", file, "--out", folder.resolve("c")),
                    Ran.mote(
                            "run", file, "--input", model.resolve("input.bin"), "--output", folder.resolve("o.bin")))) {
                if (ran.code() != 0) {
                    faults.add(model.getFileName() + ": " + ran.err());
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    /** Weights of int8 beside float32 activations, and custom operators. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tflite-mlperf-tiny/models/kws_ref_model_float32.tflite",
                "tflite-micro/models/audio_preprocessor_float.tflite"
            })
    void tellsWhatIsUnsupportedAndStillPrintsTheRest(String model) {
        Path file = TestRuns.data().resolve(model);
        assumeTrue(Files.exists(file), "skipped: no " + model + " in $MOTE_DATA");
        Ran inspected = Ran.mote("inspect", file, "--json");
        assertEquals(2, inspected.code());
        CommandTest.requireInspection(inspected.json());
        String finding =
                inspected.json().get("unsupported").get(0).get("message").textValue();
        assertTrue(Ran.mote("inspect", file).out().contains(finding), finding);
        for (Ran refused : List.of(
                Ran.mote("codegen", file, "--out", folder.resolve("c")),
                Ran.mote("quantize", file, "--calibration", "synthetic-digits", "--out", folder.resolve("q")),
                Ran.mote("run", file, "--input", file, "--output", folder.resolve("o")))) {
            assertEquals(2, refused.code(), refused.err());
            assertTrue(refused.err().contains(finding), refused.err());
            assertEquals(List.of(), TestRuns.list(folder));
        }
    }

    /** Custom operators stay unknown to Mote, so this model keeps its findings. */
    @Test
    void listsAllThatIsUnsupportedAtOnce() {
        Path file = TestRuns.data().resolve("tflite-micro/models/audio_preprocessor_int8.tflite");
        assumeTrue(Files.exists(file), "skipped: no tflite-micro/models in $MOTE_DATA");
        Ran ran = Ran.mote("inspect", file, "--json");
        assertEquals(2, ran.code(), ran.err());
        CommandTest.requireInspection(ran.json());
        long custom = StreamSupport.stream(ran.json().get("unsupported").spliterator(), false)
                .filter(finding -> finding.toString().contains("CUSTOM"))
                .count();
        assertTrue(custom > 1, ran.out());
    }
}
