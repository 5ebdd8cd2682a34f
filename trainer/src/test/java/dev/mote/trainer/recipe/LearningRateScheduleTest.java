package dev.mote.trainer.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mote.model.BadInputException;
import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {
    private static Recipe recipe(String keys) {
        return Recipe.parse(
                "r.yaml",
                "name: r\nlayers:\n  - dense: {units: 1, activation: sigmoid}\nloss: binary_crossentropy\n" + keys
                        + "\n");
    }

    private static double factor(String schedule, double epoch) {
        return recipe("learning_rate_schedule: " + schedule)
                .training()
                .schedule()
                .factor(epoch, 10);
    }

    @Test
    void cosineFallsAlongHalfAWave() {
        assertEquals(1, factor("cosine", 0));
        assertEquals(0.5, factor("cosine", 5), 1e-12);
        assertEquals(0.1, factor("{cosine: {final_fraction: 0.1}}", 10), 1e-12);
        // cos(pi / 4) = 0.70710678
        assertEquals(0.85355339, factor("cosine", 2.5), 1e-8);
    }

    @Test
    void warmupRisesInAStraightLineAndTheRestFollows() {
        String schedule = "{cosine: {warmup_epochs: 2}}";
        assertEquals(0, factor(schedule, 0));
        assertEquals(0.25, factor(schedule, 0.5), 1e-12);
        assertEquals(1, factor(schedule, 2), 1e-12);
        assertEquals(0.5, factor(schedule, 6), 1e-12);
        assertEquals(1, factor("{constant: {warmup_epochs: 2}}", 9), 1e-12);
    }

    @Test
    void exponentialDecayMultiplies() {
        assertEquals(0.64, factor("{exponential_decay: {decay_rate: 0.8, decay_epochs: 3}}", 6), 1e-12);
        assertEquals(0.89442719, factor("{exponential_decay: {decay_rate: 0.8}}", 0.5), 1e-8);
        assertEquals(0.5, factor("{exponential_decay: {decay_rate: 0.5, decay_epochs: 3, staircase: true}}", 5.9));
    }

    @Test
    void inverseTimeDecayDivides() {
        assertEquals(1 / 2.5, factor("{inverse_time_decay: {decay_rate: 0.5}}", 3), 1e-12);
        assertEquals(
                1 / 1.5, factor("{inverse_time_decay: {decay_rate: 0.5, decay_epochs: 2, staircase: true}}", 3), 1e-12);
    }

    @Test
    void piecesAreConstant() {
        String schedule = "{piecewise_constant: {boundaries: [3, 6], factors: [1, 0.1, 0.01]}}";
        assertEquals(1, factor(schedule, 2.99));
        assertEquals(0.1, factor(schedule, 3));
        assertEquals(0.01, factor(schedule, 9));
    }

    @Test
    void polynomialIsALineUnlessToldOtherwise() {
        assertEquals(0.7, factor("polynomial", 3), 1e-12);
        assertEquals(0.2 + 0.8 * 0.49, factor("{polynomial: {final_fraction: 0.2, power: 2}}", 3), 1e-12);
    }

    @Test
    void oneCycleRisesAndFalls() {
        assertEquals(0.04, factor("one_cycle", 0), 1e-12);
        assertEquals(0.52, factor("one_cycle", 1.5), 1e-12);
        assertEquals(1, factor("one_cycle", 3), 1e-12);
        assertEquals(0.0001, factor("one_cycle", 10), 1e-12);
    }

    @Test
    void everythingIsWrittenAndReadAgain() {
        for (String keys : new String[] {
            "learning_rate_schedule: {constant: {warmup_epochs: 1.5}}",
            "learning_rate_schedule: {cosine: {final_fraction: 0.1, warmup_epochs: 3}}",
            "learning_rate_schedule: {exponential_decay: {decay_rate: 0.9, staircase: true}}",
            "learning_rate_schedule: {inverse_time_decay: {decay_rate: 0.9, decay_epochs: 2}}",
            "learning_rate_schedule: {piecewise_constant: {boundaries: [1, 2.5], factors: [1, 0.5, 0.25]}}",
            "learning_rate_schedule: {polynomial: {power: 2}}",
            "learning_rate_schedule: {one_cycle: {warmup_share: 0.2}}",
            "optimizer: {sgd: {momentum: 0.9, nesterov: true, clip_norm: 1}}",
            "optimizer: {adamw: {weight_decay: 0.01, global_clip_norm: 2}}",
            "optimizer: {rmsprop: {centered: true, momentum: 0.1}}",
            "optimizer: {adagrad: {initial_accumulator_value: 0}}",
            "optimizer: {adadelta: {rho: 0.8, clip_value: 0.5}}",
            "class_weights: balanced",
            "class_weights: {'it''s': 2, walking: 0.5}",
            "validation_split: 0.2\nstratify: false\nreduce_on_plateau: {factor: 0.5, patience: 3, cooldown: 1}",
            "augmentation: {flip: 0.5, erase: 0.2, mixup: 0.1, brightness: 0.1, contrast: 0.2, noise: 0.01}",
            "augmentation: {jitter: 0.1, scale: 0.2, time_warp: 0.3, channel_dropout: 0.05, shift: 3}",
        }) {
            Recipe read = recipe(keys);
            assertEquals(read.training(), Recipe.parse("again", read.toYaml()).training(), keys);
        }
    }

    private static String refusal(String keys) {
        return assertThrows(BadInputException.class, () -> recipe(keys)).getMessage();
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertEquals(
                "r.yaml:5: learning_rate_schedule.piecewise_constant: factors is 2 numbers, expected 3: one more than"
                        + " boundaries",
                refusal("learning_rate_schedule: {piecewise_constant: {boundaries: [3, 6], factors: [1, 0.1]}}"));
        assertEquals(
                "r.yaml:5: optimizer.sgd: nesterov is true, but momentum is 0: give a momentum, as 0.9",
                refusal("optimizer: {sgd: {nesterov: true}}"));
        assertEquals(
                "r.yaml:5: reduce_on_plateau is watching val_loss, but validation_split is 0",
                refusal("reduce_on_plateau: {factor: 0.5}"));
        assertEquals(
                "r.yaml:5: optimizer: unknown key 'rmsprob'; did you mean 'rmsprop'?", refusal("optimizer: rmsprob"));
        assertEquals(
                "r.yaml:5: optimizer is a group of keys, expected one of adam, sgd, adamw, rmsprop, adagrad, adadelta",
                refusal("optimizer: {adam: {}, sgd: {}}"));
    }
}
