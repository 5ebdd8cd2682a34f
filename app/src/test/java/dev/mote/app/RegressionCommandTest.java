package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that predicts numbers goes through every command. */
class RegressionCommandTest {
    private static final String RECIPE = """
            name: line
            data: {name: points.csv, target: {y: m}, test: none, synthetic: true}
            seed: 7
            layers:
              - dense: {units: 1}
            loss: mean_squared_error
            optimizer: {sgd: {learning_rate: 0.01}}
            epochs: 500
            batch_size: 6
            """;

    @TempDir
    Path folder;

    private Path points;
    private Path floatFile;
    private Path int8File;

    @BeforeEach
    void writesRecipe() throws IOException {
        points = Files.writeString(folder.resolve("points.csv"), "x,y\n-1,-3\n0,-1\n1,1\n2,3\n3,5\n4,7\n");
        Files.writeString(folder.resolve("recipe.yaml"), RECIPE);
        floatFile = folder.resolve("run/float.tflite");
        int8File = folder.resolve("run/int8.tflite");
    }

    private JsonNode train() {
        return Ran.mote("train", folder.resolve("recipe.yaml"), "--out", folder.resolve("run"), "--json")
                .requireDone()
                .json();
    }

    private void quantize() {
        Ran.mote("quantize", floatFile, "--calibration", points, "--out", int8File)
                .requireDone();
    }

    @Test
    void trainsQuantizesComparesAndGenerates() throws IOException {
        JsonNode trained = train();
        assertTrue(trained.get("accuracy").isNull());
        assertTrue(Files.exists(folder.resolve("run/plots/scatter.svg"))
                && Files.exists(folder.resolve("run/plots/residuals.png")));
        assertTrue(Files.readString(folder.resolve("run/training.html")).contains("<section id=\"numbers\""));
        assertTrue(trained.get("tests_on_training").booleanValue()
                && trained.get("synthetic").booleanValue());
        assertTrue(trained.get("r2").doubleValue() > 0.999);
        assertTrue(trained.get("mean_absolute_error").doubleValue() < 0.02);
        quantize();
        JsonNode compared = Ran.mote("compare", floatFile, int8File, "--data", points, "--tolerance", 0.01, "--json")
                .requireDone()
                .json();
        assertEquals(CommandsPage.keysBelow("Comparing predicted numbers"), keys(compared));
        assertEquals(6, compared.get("samples").intValue());
        assertEquals(0, compared.get("c_mismatches").intValue());
        assertEquals(10, compared.get("target_range").doubleValue());
        // A step of int8 is 10 / 255 at the output: the mean error grows by less than that.
        assertTrue(compared.get("largest_output_difference").doubleValue() < 0.08, compared.toString());
        assertTrue(compared.get("int8_r2").doubleValue() > 0.999);
        Ran.mote("codegen", int8File, "--out", folder.resolve("c")).requireDone();
        assertTrue(Files.exists(folder.resolve("c/int8.h")));
    }

    @Test
    void tellsPeopleWhatItMeasured() {
        train();
        String text = Ran.mote("train", folder.resolve("recipe.yaml"), "--out", folder.resolve("again"))
                .requireDone()
                .out();
        assertTrue(text.contains("test split the training samples") && text.contains("R2 1.0000"), text);
        assertFalse(text.contains("accuracy"), text);
        quantize();
        String compared = Ran.mote("compare", floatFile, int8File, "--data", points)
                .requireDone()
                .out();
        assertTrue(compared.contains("mean absolute error") && compared.contains("0 of 6 samples differ"), compared);
        JsonNode alone = Ran.mote("compare", int8File, "--data", points, "--json")
                .requireDone()
                .json();
        List<String> expected = CommandsPage.keysBelow("Comparing predicted numbers").stream()
                .filter(key -> !key.matches("float_.*|.*_output_difference|target_range|error_growth"))
                .toList();
        assertEquals(expected, keys(alone));
    }

    /** Without its range the input of int8 ends at 1, and all that is above it is predicted as 1. */
    @Test
    void failsWhenTheErrorGrowsBeyondTheTolerance() throws IOException {
        train();
        Path few = Files.writeString(folder.resolve("few.csv"), "x,y\n-1,-3\n1,1\n");
        Ran.mote("quantize", floatFile, "--calibration", few, "--out", int8File).requireDone();
        Ran failed = Ran.mote("compare", floatFile, int8File, "--data", points, "--tolerance", 0.01);
        assertEquals(1, failed.code());
        assertTrue(failed.err().contains("of the range of the values (10.00)"), failed.err());
    }

    @Test
    void refusesFoldsBeforeItTrains() {
        Path out = folder.resolve("folds");
        String refused = Ran.mote("train", folder.resolve("recipe.yaml"), "--out", out, "--folds", 2)
                .failure(2);
        assertTrue(refused.contains("has values, no classes") && !refused.contains("epoch 1"), refused);
        assertFalse(Files.exists(out.resolve("float.tflite")));
    }

    @Test
    void refusesDataOfAnotherKind() {
        train();
        quantize();
        String refused =
                Ran.mote("compare", int8File, "--data", "synthetic-digits").err();
        assertTrue(
                refused.contains("synthetic-digits: data has the key")
                        && refused.contains("or give data of the kind that the recipe was written for"),
                refused);
    }

    private static List<String> keys(JsonNode json) {
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
