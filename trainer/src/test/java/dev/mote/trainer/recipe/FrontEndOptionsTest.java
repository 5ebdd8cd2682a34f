package dev.mote.trainer.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import dev.mote.model.frontend.ImageFrontEnd;
import dev.mote.model.frontend.Stage;
import dev.mote.model.frontend.Statistic;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontEndOptionsTest {
    private static final List<String> ALL = List.of();

    private static Recipe recipe(String frontEnd) {
        return Recipe.parse("r.yaml", "name: r\nloss: mean_squared_error\nlayers: [{dense: {units: 1}}]\n" + frontEnd);
    }

    @Test
    void isAbsentWhereTheRecipeSaysNothing() {
        assertTrue(recipe("").frontEnd().isEmpty());
        assertTrue(!recipe("").toYaml().contains("front_end"));
        assertEquals(FrontEndOptions.PLAIN, recipe("front_end: {}").frontEnd().orElseThrow());
    }

    @Test
    void readsEveryStage() {
        FrontEndOptions options = recipe("""
                front_end:
                  full_scale: {acc: 4, acc_z: 8}
                  stride: 32
                  stages:
                    - select: [acc, gyro]
                    - high_pass: {cutoff: 0.3, channels: acc}
                    - low_pass: {cutoff: 5, keep: true}
                    - magnitude: {of: [acc, gyro], keep: true}
                    - difference
                    - compress: {gyro: 0.5}
                    - statistics: [mean, zero_crossings]
                    - spectrum: {size: 64, bands: [[0.5, 3]], peaks: 2, log: true, channels: [acc_x]}
                """).frontEnd().orElseThrow();
        TreeMap<String, Double> fullScale = new TreeMap<>();
        fullScale.put("acc", 4.0);
        fullScale.put("acc_z", 8.0);
        assertEquals(fullScale, options.fullScale());
        assertEquals(OptionalInt.of(32), options.stride());
        TreeMap<String, Double> knee = new TreeMap<>();
        knee.put("gyro", 0.5);
        assertEquals(
                List.of(
                        new StageOptions.Select(List.of("acc", "gyro")),
                        new StageOptions.HighPass(0.3, List.of("acc"), false),
                        new StageOptions.LowPass(5, ALL, true),
                        new StageOptions.Magnitude(List.of("acc", "gyro"), true),
                        new StageOptions.Difference(ALL),
                        new StageOptions.Compress(knee),
                        new StageOptions.Statistics(List.of(Statistic.MEAN, Statistic.ZERO_CROSSINGS), ALL),
                        new StageOptions.Spectrum(64, List.of(new Stage.Band(0.5, 3)), 2, true, List.of("acc_x"))),
                options.stages().stream().map(FrontEndOptions.Entry::stage).toList());
        assertEquals(9, options.stages().get(1).line());
    }

    @Test
    void writesWhatItReads() {
        String all = """
                front_end: {full_scale: {'it''s': 0.5}, stride: 3, stages: [select: [a, b], high_pass: 0.25,
                  low_pass: {cutoff: 5, keep: true}, magnitude: a, difference: {channels: b}, compress: {a: 0.1},
                  statistics: {of: [mean, rms, variance, deviation, peaks, minimum, maximum], channels: a},
                  spectrum: {size: 16, peaks: 1}]}
                """;
        Recipe recipe = recipe(all);
        Recipe again = Recipe.parse("again", recipe.toYaml());
        assertEquals(recipe.toYaml(), again.toYaml());
        assertEquals(
                recipe.frontEnd().orElseThrow().stages().stream()
                        .map(FrontEndOptions.Entry::stage)
                        .toList(),
                again.frontEnd().orElseThrow().stages().stream()
                        .map(FrontEndOptions.Entry::stage)
                        .toList());
        assertTrue(recipe.toYaml().contains("front_end: {full_scale: {'it''s': 0.5}, stride: 3, stages: [select: "));
    }

    @Test
    void readsTheFrameOfACamera() {
        Recipe recipe = recipe("front_end: {frame: {height: 96, width: 128, channels: colour},"
                + " crop: {left: 16, height: 96, width: 96}, invert: true, stretch: true, box: 20}\n");
        FrameOptions frame = recipe.frontEnd().orElseThrow().frame().orElseThrow();
        ImageFrontEnd.Crop crop = new ImageFrontEnd.Crop(0, 16, 96, 96);
        assertEquals(new FrameOptions(96, 128, 3, Optional.of(crop), true, true, 20), frame);
        assertEquals(new ImageFrontEnd(96, 128, 3, crop, 28, 28, true, true, true, 20), frame.frontEnd(28, 28, 1));
        assertEquals(recipe.frontEnd(), Recipe.parse("again", recipe.toYaml()).frontEnd());
        Recipe plain = recipe("front_end: {frame: {height: 9, width: 8}}\n");
        assertEquals(
                new FrameOptions(9, 8, 1, Optional.empty(), false, false, 0),
                plain.frontEnd().orElseThrow().frame().orElseThrow());
        assertEquals(plain.frontEnd(), Recipe.parse("again", plain.toYaml()).frontEnd());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{stage: []} -> front_end: unknown key 'stage'; did you mean 'stages'?",
                "{frame: {height: 9, width: 8}, stride: 3} -> front_end: stride is for signals, frame is for pictures; remove one of them",
                "{box: 20} -> front_end: box is for pictures of a camera, whose size is missing: add frame: {height: 96, width: 128, channels: colour}",
                "{frame: {height: 9}} -> front_end.frame: key 'width' is missing",
                "{frame: {height: 0, width: 8}} -> front_end: height is 0, expected 1 to 4096",
                "{frame: {height: 9, width: 8, channels: rgb}} -> front_end.frame: channels is text 'rgb', expected grey or colour",
                "{full_scale: 4} -> front_end: full_scale is number 4, expected a group of names with a number each",
                "{full_scale: {acc: 0}} -> front_end: full_scale is 0, expected a number above 0",
                "{stride: 0} -> front_end: stride is 0, expected 1 to 1024",
                "{stages: 3} -> front_end: stages is number 3, expected a list",
                "{stages: [3]} -> front_end: stages[0] is number 3, expected one stage, as 'high_pass: {cutoff: 0.3}'",
                "{stages: [{select: a, difference: b}]} -> front_end: stages[0] is a group of keys, expected one stage, as 'high_pass: {cutoff: 0.3}', not the keys select, difference",
                "{stages: [high_pas: 3]} -> front_end: stages[0] is text 'high_pas', expected a stage; did you mean 'high_pass'?",
                "{stages: [high_pass]} -> front_end.stages[0].high_pass: key 'cutoff' is missing",
                "{stages: [high_pass: {cutof: 3}]} -> front_end.stages[0].high_pass: unknown key 'cutof'; did you mean 'cutoff'?",
                "{stages: [high_pass: 0]} -> front_end.stages[0].high_pass: cutoff is 0, expected a number above 0",
                "{stages: [select]} -> front_end.stages[0].select: select is [], expected at least one name, each name once",
                "{stages: [select: [a, a]]} -> front_end.stages[0].select: select is [a, a], expected at least one name, each name once",
                "{stages: [compress: {a: 0}]} -> front_end.stages[0]: compress is 0, expected a number above 0",
                "{stages: [compress: {}]} -> front_end.stages[0]: compress is empty, expected a knee for a channel, as {acc: 0.1}",
                "{stages: [statistics: [median]]} -> front_end.stages[0].statistics: of is text 'median', expected a statistic; did you mean 'mean'?",
                "{stages: [statistics: [mean, mean]]} -> front_end.stages[0].statistics: of is 2 statistics, expected at least one, each once",
                "{stages: [spectrum: 64]} -> front_end.stages[0].spectrum: number 64, expected keys: size, bands, peaks, log, channels",
                "{stages: [spectrum: {size: 100, peaks: 1}]} -> front_end.stages[0].spectrum: size is 100, expected a power of two, 16 to 1024",
                "{stages: [spectrum: {size: 2048, peaks: 1}]} -> front_end.stages[0].spectrum: size is 2048, expected a power of two, 16 to 1024",
                "{stages: [spectrum: {size: 64}]} -> front_end.stages[0].spectrum: bands is empty and peaks is 0, expected bands or peaks",
                "{stages: [spectrum: {size: 64, peaks: 17}]} -> front_end.stages[0].spectrum: peaks is 17, expected 0 to 16",
                "{stages: [spectrum: {size: 64, bands: [3]}]} -> front_end.stages[0].spectrum: band is number 3, expected a list of two frequencies in Hz, as [0.5, 3]",
                "{stages: [spectrum: {size: 64, bands: [[8, 3]]}]} -> front_end.stages[0].spectrum: band is text '[8, 3]', expected a list of two frequencies in Hz, as [0.5, 3], the lower one first",
            })
    void refusesAWrongFrontEnd(String textAndMessage) {
        String[] parts = textAndMessage.split(" -> ");
        String message = assertThrows(BadInputException.class, () -> recipe("front_end: " + parts[0] + "\n"))
                .getMessage();
        assertEquals("r.yaml:4: " + parts[1], message);
    }
}
