package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mote.codegen.ProjectKind;
import dev.mote.model.graph.Graph;
import dev.mote.model.tflite.TfliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command does its job, and prints the keys of docs/commands.md. */
class CommandTest {
    private static final String COMPARED = "dataset:string synthetic:boolean samples:int float_accuracy:number"
            + " int8_accuracy:number float_macro_f1:number int8_macro_f1:number agreement:number c_mismatches:int"
            + " weights_bytes:int arena_bytes:int flash_bytes:int macs:int flipped_samples:array flip_share:number"
            + " flip_share_interval:object accuracy_change:number accuracy_change_interval:object p_value:number"
            + " largest_output_difference:number float_metrics:object int8_metrics:object";

    private static final String QUANTIZED = "layers:array tensors:array output_sqnr_db:number method:string"
            + " weights_bytes:int calibration_samples:int validation_samples:int float_accuracy:%s layer_costs:array"
            + " remedies:array chosen:string within_tolerance:boolean reason:string seconds:number";

    @TempDir
    Path folder;

    @Test
    void trainsAndWritesModelHistoryAndPage() throws IOException {
        Path recipe = Files.writeString(folder.resolve("recipe.yaml"), TestRuns.ACTIVITY_RECIPE);
        JsonNode json = Ran.mote("train", recipe, "--out", folder.resolve("run"), "--json")
                .requireDone()
                .json();
        requireKeys(
                "train",
                json,
                "accuracy:number loss:number mean_absolute_error:null r2:null epochs:int seconds:number"
                        + " tensorflow_seconds:number dataset:string synthetic:boolean tests_on_training:boolean notes:array"
                        + " fit:string metrics:object cross_validation:null int8:null");
        assertEquals(2, json.get("epochs").intValue());
        assertEquals(
                List.of("float.tflite", "history.json", "metrics.json", "plots", "tensorboard", "training.html"),
                TestRuns.names(folder.resolve("run")));
        assertTrue(TestRuns.names(folder.resolve("run/plots")).containsAll(List.of("loss.png", "roc.svg")));
        requireMetrics(json);
        String refusal = Ran.mote("train", recipe, "--out", folder.resolve("run"), "--resume")
                .failure(2);
        assertTrue(
                refusal.contains("checkpoint.mote: no such file, nothing to go on from; leave out --resume"), refusal);
        String page = Files.readString(folder.resolve("run/training.html"));
        assertTrue(page.contains("<h1>tiny</h1>") && page.contains("<svg") && page.contains("Synthetic data."));
        assertFalse(page.contains("<script") || page.contains("http"), "links to elsewhere");
    }

    @Test
    void trainsOnToAnInt8ModelAndItsReport() throws IOException {
        Path recipe = Files.writeString(folder.resolve("recipe.yaml"), TestRuns.ACTIVITY_RECIPE);
        JsonNode json = Ran.mote("train", recipe, "--out", folder.resolve("run"), "--int8", "--json")
                .requireDone()
                .json();
        requireKeys("demo", json.get("int8"), COMPARED);
        assertEquals(0, json.get("int8").get("c_mismatches").intValue());
        List<String> written = TestRuns.names(folder.resolve("run"));
        assertTrue(
                written.containsAll(List.of("firmware", "int8.tflite", "report.html", "report.json", "training.html")),
                written.toString());
        assertFalse(Files.readString(folder.resolve("run/report.html")).contains("progress.json"));
    }

    /** {@code metrics.json} and the command tell the same of five classes with 240 samples each. */
    private void requireMetrics(JsonNode printed) throws IOException {
        JsonNode file =
                new JsonMapper().readTree(folder.resolve("run/metrics.json").toFile());
        JsonNode model = file.get("models").get(0);
        assertEquals(printed.get("metrics"), model.get("metrics"));
        assertEquals(printed.get("fit"), file.get("fit").get("verdict"));
        assertEquals(
                printed.get("accuracy").doubleValue(),
                model.get("metrics").get("accuracy").doubleValue(),
                1e-3);
        assertEquals(5, model.get("roc").size());
        assertEquals(2, file.get("epochs").size());
        for (JsonNode one : model.get("metrics").get("classes")) {
            assertEquals(240, one.get("support").intValue());
            assertTrue(one.get("auc").doubleValue() > 0.5, one.toString());
        }
        assertTrue(model.get("layers").get(0).get("weights").get("counts").size() > 10);
    }

    @Test
    void trainsWithAnotherSeed() throws IOException {
        Path recipe = Files.writeString(folder.resolve("recipe.yaml"), TestRuns.DIGITS_RECIPE);
        Path other =
                Files.writeString(folder.resolve("other.yaml"), TestRuns.DIGITS_RECIPE.replace("seed: 3", "seed: 4"));
        Ran.mote("train", recipe, "--out", folder.resolve("given"), "--seed", 4).requireDone();
        Ran.mote("train", other, "--out", folder.resolve("written")).requireDone();
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("written/float.tflite")),
                Files.readAllBytes(folder.resolve("given/float.tflite")));
        String refusal = Ran.mote("train", recipe, "--out", folder.resolve("given"), "--seed=-1")
                .failure(2);
        assertTrue(refusal.contains("--seed is -1, expected 0 to 2147483647"), refusal);
    }

    @Test
    void crossValidates() throws IOException {
        Path recipe = Files.writeString(folder.resolve("recipe.yaml"), TestRuns.ACTIVITY_RECIPE);
        JsonNode folds = Ran.mote("train", recipe, "--out", folder.resolve("folds"), "--folds", 2, "--json")
                .requireDone()
                .json()
                .get("cross_validation");
        assertTrue(folds.get("by_group").booleanValue());
        assertEquals(2, folds.get("folds").size());
        double first = folds.get("folds").get(0).get("accuracy").doubleValue();
        double second = folds.get("folds").get(1).get("accuracy").doubleValue();
        assertEquals((first + second) / 2, folds.get("accuracy_mean").doubleValue(), 1e-9);
        assertTrue(folds.get("macro_f1_mean").doubleValue() > 0);
        String refusal = Ran.mote("train", recipe, "--out", folder.resolve("folds"), "--folds", 1)
                .failure(2);
        assertTrue(refusal.contains("--folds is 1, expected 2 to 100"), refusal);
    }

    @Test
    void quantizesAndReportsEveryLayer() throws IOException {
        Path out = folder.resolve("int8.tflite");
        JsonNode json = Ran.mote(
                        "quantize",
                        TestRuns.activity().resolve("float.tflite"),
                        "--calibration",
                        "synthetic-activity",
                        "--samples",
                        100,
                        "--out",
                        out,
                        "--json")
                .requireDone()
                .json();
        requireKeys("quantize", json, QUANTIZED.formatted("null"));
        assertTrue(json.get("layers").size() >= 3);
        for (JsonNode layer : json.get("layers")) {
            assertTrue(layer.get("name").isTextual() && layer.get("sqnr_db").isNumber(), layer.toString());
        }
        assertArrayEquals(Files.readAllBytes(TestRuns.activity().resolve("int8.tflite")), Files.readAllBytes(out));
    }

    @Test
    void explainsAndChoosesByItself() throws IOException {
        Path out = folder.resolve("int8.tflite");
        Object[] quantize = {
            "quantize",
            TestRuns.activity().resolve("float.tflite"),
            "--calibration",
            "synthetic-activity",
            "--samples",
            60,
            "--validation-samples",
            60,
            "--out",
            out,
            "--explain",
            "--auto",
            "--tolerance",
            50,
            "--json"
        };
        JsonNode json = Ran.mote(quantize).requireDone().json();
        requireKeys("quantize", json, QUANTIZED.formatted("number"));
        assertTrue(json.get("within_tolerance").booleanValue()
                && json.get("layer_costs").size() >= 3);
        assertEquals(60, json.get("validation_samples").intValue());
        String chosen = json.get("chosen").textValue();
        assertTrue(json.get("remedies").findValuesAsText("name").contains(chosen), chosen);
        Map<String, String> facts = TfliteFile.read(out).card().facts();
        assertEquals("50.0", facts.get("quantization.tolerance_points"));
        String text = Ran.mote(Arrays.copyOf(quantize, quantize.length - 1))
                .requireDone()
                .out();
        assertTrue(text.contains("chosen     " + chosen) && text.contains("One layer in int8"), text);
    }

    /** Between int8 ends, so that everything behind takes the model as it takes others. */
    @Test
    void quantizesActivationsToInt16AndTheCAgrees() throws IOException {
        Path out = folder.resolve("int16.tflite");
        Path floatFile = TestRuns.activity().resolve("float.tflite");
        Ran.mote(
                        "quantize",
                        floatFile,
                        "--calibration",
                        "synthetic-activity",
                        "--samples",
                        60,
                        "--activations",
                        "int16",
                        "--equalization",
                        "activations",
                        "--bias-correction",
                        "--out",
                        out)
                .requireDone();
        JsonNode json = Ran.mote("compare", floatFile, out, "--data", "synthetic-activity", "--json")
                .requireDone()
                .json();
        assertEquals(0, json.get("c_mismatches").intValue());
        assertTrue(json.get("agreement").doubleValue() > 0.95, json.toString());
    }

    /** A file of another tool has no card. */
    @Test
    void saysWhichValuesAForeignModelIsCalibratedOn() {
        Graph graph = TfliteFile.read(TestRuns.activity().resolve("float.tflite"));
        Path foreign = folder.resolve("foreign.tflite");
        TfliteFile.write(
                foreign,
                new Graph(graph.name(), graph.tensors(), graph.nodes(), graph.inputs(), graph.outputs(), Map.of()));
        Object[] quantize = {
            "quantize", foreign, "--calibration", "synthetic-activity", "--out", folder.resolve("int8.tflite")
        };
        String said = Ran.mote(quantize).requireDone().err();
        assertTrue(said.contains(foreign + " does not say how samples become its input"), said);
        assertEquals(1, said.lines().filter(line -> line.contains("--scale")).count(), said);
        Object[] scaled = Arrays.copyOf(quantize, quantize.length + 2);
        scaled[quantize.length] = "--scale";
        scaled[quantize.length + 1] = "0.5";
        assertFalse(Ran.mote(scaled).requireDone().err().contains("--scale"));
    }

    @Test
    void inspectsFloatAndInt8() {
        for (String file : List.of("float.tflite", "int8.tflite")) {
            JsonNode json = Ran.mote("inspect", TestRuns.activity().resolve(file), "--json")
                    .requireDone()
                    .json();
            requireInspection(json);
            assertEquals(0, json.get("unsupported").size());
            assertTrue(json.get("macs").longValue() > 0);
            assertEquals(5, json.get("labels").size());
        }
    }

    @Test
    void comparesFloatInt8AndCompiledC() {
        JsonNode json = Ran.mote(
                        "compare",
                        TestRuns.digits().resolve("float.tflite"),
                        TestRuns.digits().resolve("int8.tflite"),
                        "--data",
                        "synthetic-digits",
                        "--json")
                .requireDone()
                .json();
        requireKeys("compare", json, COMPARED);
        assertEquals(1500, json.get("samples").intValue());
        assertEquals(0, json.get("c_mismatches").intValue());
        assertTrue(json.get("synthetic").booleanValue());
    }

    @Test
    void comparesAnInt8ModelAloneWithItsCompiledC() {
        Path run = TestRuns.digits();
        JsonNode alone = Ran.mote("compare", run.resolve("int8.tflite"), "--data", "synthetic-digits", "--json")
                .requireDone()
                .json();
        JsonNode both = Ran.mote(
                        "compare",
                        run.resolve("float.tflite"),
                        run.resolve("int8.tflite"),
                        "--data",
                        "synthetic-digits",
                        "--json")
                .requireDone()
                .json();
        assertFalse(alone.has("float_accuracy"));
        for (String key : List.of("samples", "int8_accuracy", "int8_macro_f1", "c_mismatches", "weights_bytes")) {
            assertEquals(both.get(key), alone.get(key), key);
        }
    }

    @Test
    void tellsHowWellAFloatModelAloneDoes() {
        Path run = TestRuns.activity();
        Object[] both = {
            "compare", run.resolve("float.tflite"), run.resolve("int8.tflite"), "--data", "synthetic-activity", "--json"
        };
        JsonNode compared = Ran.mote(both).requireDone().json();
        JsonNode alone = Ran.mote("compare", run.resolve("float.tflite"), "--data", "synthetic-activity", "--json")
                .requireDone()
                .json();
        assertFalse(alone.has("int8_accuracy"));
        for (String key : List.of("samples", "float_accuracy", "float_macro_f1", "float_metrics")) {
            assertEquals(compared.get(key), alone.get(key), key);
        }
        String text = Ran.mote("compare", run.resolve("float.tflite"), "--data", "synthetic-activity")
                .requireDone()
                .out();
        assertTrue(text.contains("precision") && text.lines().anyMatch(line -> line.startsWith("walking ")), text);
        String refused = Ran.mote(
                        "compare", run.resolve("float.tflite"), "--data", "synthetic-activity", "--tolerance", "0.1")
                .failure(2);
        assertTrue(refused.startsWith("--tolerance: there is one model only"), refused);
    }

    @Test
    void comparesTheSplitThatIsAskedFor() {
        Path run = TestRuns.digits();
        Ran ran = Ran.mote(
                "compare", run.resolve("float.tflite"), run.resolve("int8.tflite"), "--data", "synthetic-digits:train");
        assertTrue(ran.requireDone().out().contains("6,000 samples"), ran.out());
    }

    /** Ranges from samples that are a thousand times too small: the int8 model saturates everywhere. */
    @Test
    void failsTheCheckWhenAccuracyFallsFurtherThanTolerated() throws IOException {
        Path run = TestRuns.activity();
        Path broken = folder.resolve("broken.tflite");
        Ran.mote(
                        "quantize",
                        run.resolve("float.tflite"),
                        "--calibration",
                        "synthetic-activity",
                        "--scale",
                        "0.001",
                        "--out",
                        broken)
                .requireDone();
        Ran ran = Ran.mote(
                "compare",
                run.resolve("float.tflite"),
                broken,
                "--data",
                "synthetic-activity",
                "--tolerance",
                "0.01",
                "--json");
        assertEquals(1, ran.code(), ran.err());
        assertTrue(ran.json().get("int8_accuracy").isNumber());
        assertTrue(ran.err().contains("below float, more than the tolerance of 0.01"), ran.err());
    }

    @Test
    void generatesEveryKindOfProject() throws IOException {
        for (ProjectKind kind : ProjectKind.values()) {
            String project = kind.option();
            Path out = folder.resolve(project);
            JsonNode json = Ran.mote(
                            "codegen",
                            TestRuns.digits().resolve("int8.tflite"),
                            "--name",
                            "digits",
                            "--project",
                            project,
                            "--target",
                            "portable",
                            "--out",
                            out,
                            "--json")
                    .requireDone()
                    .json();
            requireKeys(
                    "codegen",
                    json,
                    "flash_bytes:int weights_bytes:int arena_bytes:int arena_lower_bound:int live_bytes:int moved_bytes:int"
                            + " macs:int target:string opt:string flash_over_size_bytes:int arena_over_size_bytes:int"
                            + " parameter_bytes:int code_bytes:int library_bytes:int output_bytes:int context_bytes:int stack_bytes:int ram_bytes:int"
                            + " instructions:int unit:string"
                            + " name:string project:string files:array kept:array");
            assertTrue(
                    json.get("flash_bytes").asLong() > json.get("weights_bytes").asLong());
            List<String> files = new ArrayList<>();
            json.get("files").forEach(file -> files.add(file.textValue()));
            assertEquals(files.stream().sorted().toList(), written(out));
        }
    }

    /** Paths of all files but the list of checksums. */
    private static List<String> written(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString())
                    .filter(name -> !name.endsWith(".sha256"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void keepsTheMainProgramThatItsUserChanged() throws IOException {
        List<Object> command = List.of(
                "codegen",
                TestRuns.digits().resolve("int8.tflite"),
                "--name",
                "digits",
                "--project",
                "cmake",
                "--out",
                folder);
        Ran.mote(command.toArray()).requireDone();
        Path main = folder.resolve("example/main.c");
        Files.writeString(main, "int main(void) { return 0; }\n");
        Ran again = Ran.mote(command.toArray()).requireDone();
        assertTrue(again.out().contains("kept       example/main.c (changed by hand)\n"), again.out());
        assertEquals("int main(void) { return 0; }\n", Files.readString(main));
    }

    @Test
    void estimatesForTheTargetThatIsAskedFor() {
        Path model = TestRuns.digits().resolve("int8.tflite");
        JsonNode portable = codegen(model, "portable");
        JsonNode avr = codegen(model, "avr");
        assertEquals("avr", avr.get("target").textValue());
        assertEquals(portable.get("weights_bytes"), avr.get("weights_bytes"));
        assertTrue(
                avr.get("code_bytes").longValue()
                        > 2 * portable.get("code_bytes").longValue(),
                avr.toString());
        for (JsonNode json : List.of(portable, avr)) {
            assertEquals(
                    json.get("flash_bytes").longValue(), sum(json, "weights_bytes", "parameter_bytes", "code_bytes"));
            assertEquals(
                    json.get("ram_bytes").longValue(),
                    sum(json, "arena_bytes", "output_bytes", "context_bytes", "stack_bytes"));
        }
        String text = Ran.mote("codegen", model, "--target", "cortex-m0", "--out", folder.resolve("text"))
                .requireDone()
                .out();
        assertTrue(text.contains("(estimated for Cortex-M0, -Os)"), text);
    }

    @Test
    void listsDevices() {
        JsonNode json = Ran.mote("devices", "--json").requireDone().json();
        requireKeys("devices", json, "devices:array");
        assertTrue(json.get("devices").size() >= 20);
        String text = Ran.mote("devices").requireDone().out();
        assertEquals(json.get("devices").size() + 1, text.lines().count());
        assertTrue(text.contains("arduino-uno ") && text.contains("32,256"), text);
    }

    @Test
    void listsFaults() {
        JsonNode json = Ran.mote("faults", "--json").requireDone().json();
        requireKeys("faults", json, "faults:array");
        assertTrue(json.get("faults").size() >= 20);
        String text = Ran.mote("faults").requireDone().out();
        json.get("faults")
                .forEach(fault -> assertTrue(text.contains(fault.get("does").asText())));
    }

    @Test
    void saysWhatFitsADevice() {
        Path model = TestRuns.activity().resolve("int8.tflite");
        JsonNode fit = Ran.mote("inspect", model, "--device", "nrf52840-dk", "--json")
                .requireDone()
                .json()
                .get("devices");
        assertEquals(1, fit.size());
        assertTrue(fit.get(0).get("fits").booleanValue());
        assertEquals(
                fit.get(0).get("ram_available_bytes").longValue(),
                sum(fit.get(0), "ram_needed_bytes", "ram_margin_bytes"));
        String text = Ran.mote("inspect", model, "--device", "arduino-uno")
                .requireDone()
                .out();
        assertTrue(text.contains("device   Arduino Uno R3 (AVR): "), text);
        assertTrue(text.contains(" of 2,048 bytes, "), text);
    }

    @Test
    void saysWhatFitsEveryDeviceFromTheSmallestToTheLargest() {
        Path model = TestRuns.activity().resolve("int8.tflite");
        JsonNode fits = Ran.mote("inspect", model, "--device", "all", "--json")
                .requireDone()
                .json()
                .get("devices");
        assertEquals(Ran.mote("devices", "--json").json().get("devices").size(), fits.size());
        for (int i = 1; i < fits.size(); i++) {
            assertTrue(fits.get(i - 1).get("ram_available_bytes").longValue()
                    <= fits.get(i).get("ram_available_bytes").longValue());
        }
        String text =
                Ran.mote("inspect", model, "--device", "all").requireDone().out();
        fits.forEach(fit -> assertTrue(text.contains("\n" + fit.get("device").textValue() + " "), text));
    }

    @Test
    void generatesForADevice() {
        Path model = TestRuns.digits().resolve("int8.tflite");
        Path out = folder.resolve("pico");
        JsonNode json = Ran.mote("codegen", model, "--device", "raspberry-pi-pico", "--out", out, "--json")
                .requireDone()
                .json();
        assertEquals("cortex-m0plus", json.get("target").textValue());
        Ran.mote("codegen", model, "--device", "raspberry-pi-pico", "--target", "cortex-m0plus", "--out", out)
                .requireDone();
    }

    private JsonNode codegen(Path model, String target) {
        return Ran.mote("codegen", model, "--target", target, "--out", folder.resolve(target), "--json")
                .requireDone()
                .json();
    }

    private static long sum(JsonNode json, String... keys) {
        return Stream.of(keys).mapToLong(key -> json.get(key).longValue()).sum();
    }

    @Test
    void runsFloatModelsToo() throws IOException {
        Path input = Files.write(folder.resolve("in.bin"), new byte[3 * 28 * 28 * Float.BYTES]);
        Path output = folder.resolve("out.bin");
        JsonNode json = Ran.mote(
                        "run",
                        TestRuns.digits().resolve("float.tflite"),
                        "--input",
                        input,
                        "--output",
                        output,
                        "--json")
                .requireDone()
                .json();
        requireKeys("run", json, "samples:int output:string");
        assertEquals(3, json.get("samples").intValue());
        assertEquals(3 * 10 * Float.BYTES, Files.size(output));
    }

    @Test
    void listsDataSetsWithPlainPaths() {
        JsonNode json = Ran.mote("data", "list", "--data-dir", folder, "--json")
                .requireDone()
                .json();
        requireKeys("data list", json, "datasets:array");
        JsonNode mnist = json.get("datasets").get(0);
        assertEquals("mnist", mnist.get("name").textValue());
        assertFalse(mnist.get("found").booleanValue());
        assertEquals(folder.resolve("mnist").toString(), mnist.get("folder").textValue());
        String text =
                Ran.mote("data", "list", "--data-dir", folder).requireDone().out();
        assertTrue(text.contains("synthetic-digits"), text);
    }

    @Test
    void getsNothingThatIsThereAlready() {
        Path data = TestRuns.data();
        assumeTrue(Files.isDirectory(data.resolve("mnist")), "skipped: no folder mnist in $MOTE_DATA");
        Ran ran = Ran.mote("data", "get", "mnist", "--data-dir", data, "--json");
        requireKeys("data get", ran.requireDone().json(), "dataset:string files:array");
        assertEquals(4, ran.json().get("files").size());
    }

    @Test
    void explainsItselfWithoutArguments() {
        Ran ran = Ran.mote().requireDone();
        assertTrue(ran.out().startsWith("Usage: mote"), ran.out());
        assertEquals(ran.out(), Ran.mote("--help").out());
        assertNotEquals("", Ran.mote("data").requireDone().out());
        assertEquals("mote 0.1.0\n", Ran.mote("--version").out().replace("\r", ""));
    }

    @Test
    void explainsEachCommandInEitherWay() {
        for (String command : List.of(
                "demo",
                "train",
                "tune",
                "quantize",
                "inspect",
                "run",
                "compare",
                "codegen",
                "devices",
                "faults",
                "data")) {
            String help = Ran.mote("help", command).requireDone().out();
            assertTrue(help.startsWith("Usage: mote " + command), help);
            assertEquals(help, Ran.mote(command, "--help").out());
            help.lines().forEach(line -> assertTrue(line.length() <= 80, line));
        }
    }

    /** Instructions are null where a kernel was not measured. */
    static void requireInspection(JsonNode json) {
        requireKeys(
                "inspect",
                json,
                "inputs:array outputs:array operators:array unsupported:array warnings:array macs:int"
                        + " weights_bytes:int arena_bytes:int arena_lower_bound:int live_bytes:int instructions:"
                        + type(json.get("instructions"))
                        + " memory_plan:array labels:array facts:object devices:array");
    }

    /** @param expected {@code key:type}, in order */
    private static void requireKeys(String command, JsonNode json, String expected) {
        List<String> found = new ArrayList<>();
        json.properties().forEach(entry -> found.add(entry.getKey() + ":" + type(entry.getValue())));
        assertEquals(expected, String.join(" ", found));
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        assertEquals(keys, CommandsPage.keys(command), "docs/commands.md, " + command);
    }

    private static String type(JsonNode node) {
        return node.isIntegralNumber()
                ? "int"
                : node.isNumber() ? "number" : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
