package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

    /** Whatever operator or type a model has: a result or findings, and never a fault of Mote. */
    @Test
    @Tag("slow")
    void answersForEveryOperator() {
        List<String> faults = new ArrayList<>();
        int unsupported = 0;
        for (Path model : TestRuns.cases("golden-operators")) {
            Path file = TestRuns.model(model);
            Ran inspected = Ran.mote("inspect", file, "--json");
            JsonNode findings = inspected.json().get("unsupported");
            unsupported += inspected.code() == 2 ? 1 : 0;
            boolean consistent = inspected.code() == (findings.isEmpty() ? 0 : 2);
            Ran generated = Ran.mote("codegen", file, "--out", folder.resolve("c"));
            Ran ran = Ran.mote("run", file, "--input", model.resolve("input.bin"), "--output", folder.resolve("o.bin"));
            boolean told = ran.code() == (findings.isEmpty() ? 0 : 2);
            if (!consistent || !told || generated.code() != 0 && generated.code() != 2) {
                faults.add(model.getFileName() + ": " + ran.err() + generated.err());
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(unsupported > 0);
    }

    @Test
    void tellsWhatIsUnsupportedAndStillPrintsTheRest() {
        List<Path> refusedModels = TestRuns.cases("golden-operators").stream()
                .filter(entry -> entry.getFileName().toString().endsWith("_00"))
                .filter(entry -> Ran.mote("inspect", TestRuns.model(entry)).code() == 2)
                .limit(3)
                .toList();
        for (Path model : refusedModels) {
            Path file = TestRuns.model(model);
            Ran ran = Ran.mote("inspect", file, "--json");
            CommandTest.requireInspection(ran.json());
            assertFalse(ran.json().get("unsupported").isEmpty());
            String finding = ran.json().get("unsupported").get(0).get("message").textValue();
            assertTrue(Ran.mote("inspect", file).out().contains(finding), finding);
            for (Ran refused : List.of(
                    Ran.mote("codegen", file, "--out", folder.resolve("c")),
                    Ran.mote("quantize", file, "--calibration", "synthetic-digits", "--out", folder.resolve("q")),
                    Ran.mote("run", file, "--input", model.resolve("input.bin"), "--output", folder.resolve("o")))) {
                assertEquals(2, refused.code(), refused.err());
                assertTrue(refused.err().contains(finding), refused.err());
                assertEquals(List.of(), TestRuns.list(folder));
            }
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
