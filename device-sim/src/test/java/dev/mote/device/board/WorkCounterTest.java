package dev.mote.device.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.codegen.Codegen;
import dev.mote.codegen.Core;
import dev.mote.codegen.Figures;
import dev.mote.codegen.Goal;
import dev.mote.device.budget.Work;
import dev.mote.device.budget.WorkCounter;
import dev.mote.device.catalogue.Catalogue;
import dev.mote.device.catalogue.Device;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkCounterTest {
    private static final Map<Core, Figures> FIGURES = Codegen.figures(SmallModel.graph(), SmallModel.SOURCE);
    private final WorkCounter counter = new WorkCounter(SmallModel.graph(), SmallModel.SOURCE);

    @Test
    void countsOnTheBoardOfTheDevice() {
        Installed.require(Board.ATMEGA328P);
        Device uno = Catalogue.of("arduino-uno");
        long cycles = Bench.of(SmallModel.graph(), SmallModel.SOURCE)
                .run(Board.ATMEGA328P, Goal.BALANCED)
                .instructions();
        assertEquals(
                new Work(cycles, Work.Origin.MEASURED),
                counter.of(uno, FIGURES.get(uno.core())).orElseThrow());
    }

    @Test
    void estimatesWithoutABoard() {
        Device every = Catalogue.of("arduino-nano-every");
        long estimated = FIGURES.get(Core.AVR).instructions().orElseThrow();
        assertEquals(
                new Work(estimated, Work.Origin.ESTIMATED),
                counter.of(every, FIGURES.get(Core.AVR)).orElseThrow());
    }

    @Test
    void assumesWithoutACompiler() {
        Device esp32 = Catalogue.of("esp32");
        assertEquals(
                Work.Origin.ASSUMED,
                counter.of(esp32, FIGURES.get(esp32.core())).orElseThrow().origin());
    }
}
