package dev.mote.trainer.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import dev.mote.model.frontend.Stage;
import dev.mote.model.frontend.Statistic;
import java.util.List;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{stage: []} -> front_end: unknown key 'stage'; did you mean 'stages'?",
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
