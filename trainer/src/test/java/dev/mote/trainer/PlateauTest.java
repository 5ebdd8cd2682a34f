package dev.mote.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.trainer.recipe.EarlyStopping;
import dev.mote.trainer.recipe.ReduceOnPlateau;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PlateauTest {
    private static List<Double> rates(int cooldown, double min, double... losses) {
        Plateau plateau = new Plateau(
                Optional.of(new ReduceOnPlateau(EarlyStopping.Monitor.VAL_LOSS, 0.5, 2, 0.01, cooldown, min)));
        List<Double> rates = new ArrayList<>();
        for (double loss : losses) {
            Metrics metrics = new Metrics(loss, OptionalDouble.empty());
            plateau.finished(new History.Epoch(rates.size() + 1, metrics, Optional.of(metrics), 0, 0, 0));
            rates.add(plateau.rate(1));
        }
        return rates;
    }

    @Test
    void reducesAfterSoManyEpochsWithoutImprovement() {
        assertEquals(List.of(1.0, 1.0, 1.0, 0.5, 0.5, 0.25), rates(0, 0, 1, 0.5, 0.6, 0.495, 0.7, 0.6));
    }

    @Test
    void anImprovementStartsTheCountAnew() {
        assertEquals(List.of(1.0, 1.0, 1.0, 1.0, 0.5), rates(0, 0, 1, 1, 0.9, 1, 1));
    }

    @Test
    void waitsAfterAReductionAndKeepsTheLeastRate() {
        assertEquals(List.of(1.0, 1.0, 0.5, 0.5, 0.5, 0.3, 0.3), rates(2, 0.3, 1, 1, 1, 1, 1, 1, 1));
    }

    @Test
    void noRuleChangesNothing() {
        assertEquals(0.1, new Plateau(Optional.empty()).rate(0.1));
    }
}
