package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mote.trainer.recipe.Recipe;
import dev.mote.trainer.recipe.RecipeData;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every recipe of {@code examples/} goes all the way to C. Those with tables are trained as they are; the others for one epoch, on a few drawn images
 * or signals, and the widest layers made narrow.
 */
@Tag("slow")
class ExamplesTest {
    /** Accuracy on the test split that the READMEs promise, less what another machine may change. */
    private static final Map<String, Double> PROMISED = Map.of(
            "exam-scores/recipe", 0.9,
            "exam-scores/hidden", 0.99,
            "logic-gates/and", 1.0,
            "logic-gates/or", 1.0,
            "logic-gates/nand", 1.0,
            "logic-gates/xor", 1.0,
            "iris/perceptron", 1.0,
            "iris/logistic", 1.0,
            "iris/hard-sigmoid", 1.0,
            "iris/network", 1.0);

    @TempDir
    static Path folder;

    private static Path images;
    private static Path signals;

    @BeforeAll
    static void draw() throws IOException {
        images = drawImages(folder.resolve("images"));
        signals = drawSignals(folder.resolve("signals.csv"));
    }

    @TestFactory
    Stream<DynamicTest> everyRecipeBecomesExactC() throws IOException {
        Path examples = TestRuns.home().resolve("examples");
        List<Path> recipes;
        try (Stream<Path> walked = Files.walk(examples)) {
            recipes = walked.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        assertTrue(recipes.size() > 25, recipes.toString());
        return recipes.stream().map(recipe -> {
            String name = examples.relativize(recipe).toString().replace(".yaml", "");
            return DynamicTest.dynamicTest(name, () -> run(name, recipe));
        });
    }

    private static void run(String name, Path file) throws IOException {
        RecipeData data = Recipe.read(file).data();
        Path beside = file.resolveSibling(data.name());
        if (Files.isRegularFile(beside)) {
            requirePromise(name, all(name, file, beside.toString()));
        } else if (data.name().equals("iris") || data.name().equals("wisdm-features")) {
            Path found = TestRuns.data().resolve(data.name().replace("-features", ""));
            assumeTrue(Files.isDirectory(found), "skipped: no folder " + found.getFileName() + " in $MOTE_DATA");
            requirePromise(name, all(name, file, data.name()));
        } else {
            boolean ofImages = name.matches("(digits|fashion|own-images|smallest).*");
            all(name, shortened(name, file), (ofImages ? images : signals).toString());
        }
    }

    private static Path shortened(String name, Path file) throws IOException {
        String text = Files.readString(file)
                .replaceAll("(?m)^epochs: .*", "epochs: 1")
                .replace("1024", "64")
                .replace("512", "32")
                .replace("150", "40");
        return Files.writeString(folder.resolve(name.replace('/', '-') + ".yaml"), text);
    }

    /** @return what the comparison measured */
    private static JsonNode all(String name, Path recipe, String data) {
        Path run = folder.resolve(name.replace('/', '-'));
        Path floatFile = run.resolve("float.tflite");
        Path int8File = run.resolve("int8.tflite");
        Ran.mote("train", recipe, "--data", data, "--out", run).requireDone();
        Ran.mote("quantize", floatFile, "--calibration", data, "--samples", 100, "--out", int8File)
                .requireDone();
        JsonNode compared = Ran.mote("compare", floatFile, int8File, "--data", data, "--json")
                .requireDone()
                .json();
        assertEquals(0, compared.get("c_mismatches").intValue(), compared.toString());
        Ran.mote("codegen", int8File, "--name", "model", "--out", run.resolve("c"))
                .requireDone();
        assertTrue(Files.exists(run.resolve("c/model.h")));
        return compared;
    }

    private static void requirePromise(String name, JsonNode compared) {
        if (PROMISED.containsKey(name)) {
            assertTrue(compared.get("float_accuracy").doubleValue() >= PROMISED.get(name), compared.toString());
            assertTrue(compared.get("int8_accuracy").doubleValue() >= PROMISED.get(name) - 0.02, compared.toString());
        }
    }

    /** Ten circles and ten squares. */
    private static Path drawImages(Path target) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (String shape : List.of("circle", "square")) {
            Files.createDirectories(target.resolve(shape));
            for (int i = 0; i < 10; i++) {
                BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
                Graphics2D pen = image.createGraphics();
                pen.setColor(new Color(random.nextInt(0x1000000)));
                int size = random.nextInt(10, 25);
                if (shape.equals("circle")) {
                    pen.fillOval(4, 4, size, size);
                } else {
                    pen.fillRect(4, 4, size, size);
                }
                pen.dispose();
                ImageIO.write(
                        image, "png", target.resolve(shape).resolve(i + ".png").toFile());
            }
        }
        return target;
    }

    /** Two movements, with the channels that any of the recipes names. */
    private static Path drawSignals(Path file) throws IOException {
        List<String> channels = Stream.of("acc", "total_acc", "body_acc", "body_gyro")
                .flatMap(sensor -> Stream.of("_x", "_y", "_z").map(axis -> sensor + axis))
                .toList();
        StringBuilder text = new StringBuilder("timestamp_us," + String.join(",", channels) + ",label\n");
        for (int row = 0; row < 2000; row++) {
            double[] values = new double[channels.size()];
            double rate = row < 1000 ? 0.3 : 0.9;
            for (int c = 0; c < values.length; c++) {
                values[c] = Math.rint(1000 * Math.sin(rate * row + c)) / 1000;
            }
            text.append(row * 20_000L);
            Arrays.stream(values).forEach(value -> text.append(',').append(value));
            text.append(row < 1000 ? ",slow\n" : ",fast\n");
        }
        return Files.writeString(file, text);
    }
}
