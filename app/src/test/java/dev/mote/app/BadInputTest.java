package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's mistake costs one line that says what, where and what to do; nothing is written. */
class BadInputTest {
    private static final int BAD = 2;

    @TempDir
    Path folder;

    private Path floatFile;
    private Path int8File;
    private Path out;

    @BeforeEach
    void names() {
        floatFile = TestRuns.activity().resolve("float.tflite");
        int8File = TestRuns.activity().resolve("int8.tflite");
        out = folder.resolve("out");
    }

    @Test
    void refusesFilesThatAreNoModels() throws IOException {
        byte[] whole = Files.readAllBytes(int8File);
        Path cut = Files.write(folder.resolve("cut.tflite"), Arrays.copyOf(whole, whole.length / 2));
        Path empty = Files.write(folder.resolve("empty.tflite"), new byte[0]);
        Path text = Files.writeString(folder.resolve("text.tflite"), "this is a text file\n");
        Path directory = Files.createDirectory(folder.resolve("folder.tflite"));
        Path missing = folder.resolve("missing.tflite");
        for (Path file : List.of(cut, empty, text, directory, missing)) {
            for (Ran ran : List.of(
                    Ran.mote("inspect", file, "--json"),
                    Ran.mote("run", file, "--input", text, "--output", out),
                    Ran.mote("codegen", file, "--out", out),
                    Ran.mote("quantize", file, "--calibration", "synthetic-activity", "--out", out),
                    Ran.mote("compare", file, int8File, "--data", "synthetic-activity"))) {
                String line = ran.failure(BAD);
                assertTrue(line.startsWith(file + ": ") && line.contains("; "), line);
                assertFalse(Files.exists(out));
            }
        }
    }

    @Test
    void refusesModelsOfTheWrongKind() {
        refused(
                int8File + ": input \"input\" is int8, expected a float32 model; give the model as it was trained",
                "quantize",
                int8File,
                "--calibration",
                "synthetic-activity",
                "--out",
                out);
        Ran.mote("compare", int8File, floatFile, "--data", "synthetic-activity").failure(BAD);
    }

    @Test
    void refusesRecipesThatAreWrong() throws IOException {
        String good = TestRuns.ACTIVITY_RECIPE;
        train("missing.yaml", null, "no such file");
        train("key.yaml", good.replace("seed:", "sead:"), "key.yaml:4: unknown key 'sead'; did you mean 'seed'?");
        train(
                "type.yaml",
                good.replace("epochs: 2", "epochs: two"),
                "type.yaml:5: epochs is text 'two', expected a whole number");
        train("shape.yaml", good.replace("  - flatten\n", ""), "put flatten or a global average pooling before it");
        train("large.yaml", good.replace("kernel_size: 5", "kernel_size: 500"), "large.yaml:9: ");
        train("layer.yaml", good.replace("conv1d", "conv7d"), "layer.yaml:9: ");
        train("data.yaml", good.replace("data: synthetic-activity\n", ""), "add 'data: NAME' or give --data NAME");
        train("unknown.yaml", good.replace("synthetic-activity", "nothere"), "unknown data set \"nothere\"");
        train("binary.yaml", "\u0000\u0001", "binary.yaml");
        train("other.yaml", good.replace("synthetic-activity", "synthetic-digits"), "other.yaml");
    }

    private void train(String name, String recipe, String expected) throws IOException {
        Path file = folder.resolve(name);
        if (recipe != null) {
            Files.writeString(file, recipe);
        }
        String line = Ran.mote("train", file, "--out", out).failure(BAD);
        assertTrue(line.contains(expected), line);
        assertFalse(Files.exists(out.resolve("float.tflite")));
    }

    @Test
    void refusesDataThatIsWrong() throws IOException {
        String header = "timestamp_us,ax,ay,az,label\n";
        data("nan.csv", header + "0,1,NaN,3,a\n20000,1,2,3,a\n", "nan.csv, line 2: ay is NaN");
        data("text.csv", header + "0,1,x,3,a\n", "text.csv, line 2: ");
        data("short.csv", header + "0,1,2,3,a\n20000,1,2,3,a\n", "short.csv");
        data("cut.csv", header + "0,1,2,3,a\n20000,1", "cut.csv, line 3: ");
        data("empty.csv", "", "empty.csv");
        data("label.csv", "timestamp_us,ax\n0,1\n", "label.csv");
        Path directory = Files.createDirectory(folder.resolve("nothing"));
        String line = Ran.mote("train", TestRuns.activity().resolve("recipe.yaml"), "--data", directory, "--out", out)
                .failure(BAD);
        assertTrue(line.startsWith(directory + ": "), line);
    }

    private void data(String name, String text, String place) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        String line = Ran.mote("train", TestRuns.activity().resolve("recipe.yaml"), "--data", file, "--out", out)
                .failure(BAD);
        assertTrue(line.startsWith(folder.resolve(place).toString()), line);
        assertFalse(Files.exists(out.resolve("float.tflite")));
    }

    @Test
    void refusesMissingDamagedAndChangedDataFiles() throws IOException {
        Path root = folder.resolve("data");
        String missing = digits(root);
        assertTrue(missing.contains("mote data get mnist") && missing.contains("--data-dir"), missing);
        Path real = TestRuns.data().resolve("mnist");
        assumeTrue(Files.isDirectory(real), "skipped: no folder mnist in $MOTE_DATA");
        Path copy = Files.createDirectories(root.resolve("mnist"));
        for (Path file : TestRuns.list(real)) {
            if (file.getFileName().toString().contains("ubyte")) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        Path labels = TestRuns.list(copy).stream()
                .filter(file -> file.getFileName().toString().startsWith("t10k-labels"))
                .findFirst()
                .orElseThrow();
        byte[] whole = Files.readAllBytes(labels);
        Files.write(labels, Arrays.copyOf(whole, whole.length / 2));
        assertTrue(digits(root).startsWith(labels + ": "), digits(root));
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        Files.write(labels, changed);
        assertTrue(digits(root).startsWith(labels + ": "), digits(root));
        Files.delete(labels);
        assertTrue(digits(root).contains("t10k-labels"), digits(root));
    }

    private String digits(Path root) {
        Path run = TestRuns.digits();
        return Ran.mote(
                        "compare",
                        run.resolve("float.tflite"),
                        run.resolve("int8.tflite"),
                        "--data",
                        "mnist",
                        "--data-dir",
                        root)
                .failure(BAD);
    }

    @Test
    void refusesDataThatTheModelWasNotMadeFor() throws IOException {
        Path digits = TestRuns.digits();
        Path grey = digits.resolve("float.tflite");
        Path greyInt8 = digits.resolve("int8.tflite");
        refused(
                "synthetic-digits: has no channel 'acc_x', only: grey; give the data that the model or the recipe was made for",
                "compare",
                floatFile,
                int8File,
                "--data",
                "synthetic-digits");
        assertTrue(Ran.mote("compare", grey, int8File, "--data", "synthetic-digits")
                .failure(BAD)
                .contains("give the"));
        assertTrue(Ran.mote("compare", floatFile, greyInt8, "--data", "synthetic-activity")
                .failure(BAD)
                .contains("give the"));
        refused(
                "\"synthetic-digits:all\": there is no split \"all\", expected train or test",
                "compare",
                grey,
                greyInt8,
                "--data",
                "synthetic-digits:all");
        Path two = recordings("two.csv");
        String line = Ran.mote("compare", floatFile, int8File, "--data", two).failure(BAD);
        assertTrue(line.startsWith("two.csv: has the classes still, up, but \"tiny\" tells walking, "), line);
        Ran.mote("quantize", floatFile, "--calibration", "synthetic-digits", "--out", out)
                .failure(BAD);
        assertFalse(Files.exists(out));
    }

    /** Two classes, long enough for windows in both splits, with the channels of the tiny model. */
    private Path recordings(String name) throws IOException {
        StringBuilder text = new StringBuilder("timestamp_us,acc_x,acc_y,acc_z,label\n");
        for (int row = 0; row < 4000; row++) {
            String values = row % 7 + ",1," + row % 5;
            text.append(row * 20000L)
                    .append(',')
                    .append(values)
                    .append(',')
                    .append(row < 2000 ? "still" : "up")
                    .append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private static void refused(String expected, Object... arguments) {
        assertEquals(expected, Ran.mote(arguments).failure(BAD));
    }
}
