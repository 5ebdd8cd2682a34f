package dev.mote.device.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.device.fault.ChangeableFaults;
import dev.mote.device.fault.Faults;
import dev.mote.device.sweep.FullScale;
import dev.mote.device.sweep.SignModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteppedSimulationTest {
    private static final int SEED = 11;
    private static final int SAMPLES = 5000;

    private static SampleStream stream() {
        return SignModel.person("ann", SAMPLES, 0).open();
    }

    /** What a simulation tells its listener. */
    private record Told(SimulationResult result, List<SimulatedEvent> events) {}

    private static Told atOnce(Simulation simulation, Faults faults) {
        List<SimulatedEvent> events = new ArrayList<>();
        SampleStream faulty = faults.apply(stream(), FullScale.of(simulation.plan()), SEED);
        SimulationResult result = simulation.run(faulty, new SimulationListener() {
            @Override
            public void event(SimulatedEvent event) {
                events.add(event);
            }
        });
        return new Told(result, events);
    }

    private static ChangeableFaults live(Simulation simulation, Faults faults) {
        ChangeableFaults stream = new ChangeableFaults(stream(), FullScale.of(simulation.plan()));
        stream.change(faults, SEED);
        return stream;
    }

    @ParameterizedTest
    @CsvSource({
        "noise:0.3, 66000, false",
        "dropout:30%, 66000, false",
        "dropout:30%, 66000, true",
        "reorder:30%, 20000, false",
        "burst:40%, 7, true",
        "skew:+10%, 1000000, false",
        "jitter:5ms, 500000, true"
    })
    void findsWhatASimulationFinds(String fault, long stepMicros, boolean byTime) {
        Simulation simulation = SignModel.simulation().withTime(byTime);
        Faults faults = Faults.parse(List.of(fault));
        Told expected = atOnce(simulation, faults);
        List<SimulatedEvent> events = new ArrayList<>();
        long windows = 0;
        try (SteppedSimulation steps = simulation.step(live(simulation, faults))) {
            for (long micros = 0; !steps.isEnded(); micros += stepMicros) {
                SimulationStep step = steps.advanceTo(micros);
                events.addAll(step.int8Events());
                windows += step.int8().size();
            }
            assertEquals(expected.result(), steps.result());
        }
        assertEquals(expected.events(), events);
        assertEquals(expected.result().int8().windows().windows(), windows);
        assertTrue(windows > 0);
    }

    @Test
    void givesTheDeviceOnlyWhatIsDue() {
        Simulation simulation = SignModel.simulation();
        SteppedSimulation steps = simulation.step(stream());
        SimulationStep first = steps.advanceTo(1_000_000);
        assertEquals(51, first.samples().size());
        assertEquals(1_000_000, first.samples().getLast().micros());
        assertTrue(steps.advanceTo(1_000_000).samples().isEmpty());
        assertEquals(7, steps.advance(7).samples().size());
        assertEquals(58, steps.result().samples());
    }

    @Test
    void tellsScoresAndTruthOfWindows() {
        Simulation simulation = SignModel.simulation();
        SimulationStep step = simulation.step(stream()).advanceTo(4_000_000);
        SimulatedWindow last = step.int8().getLast();
        assertEquals(1, last.best());
        assertEquals(1, last.truth());
        assertEquals(2, last.scores().size());
        assertTrue(last.scores().get(1) > 0.5, last.toString());
        assertTrue(last.atMicros() > 3_000_000 && last.atMicros() <= 4_000_000, last.toString());
    }

    @Test
    void countsWhatHasNotEndedYet() {
        SteppedSimulation steps = SignModel.simulation().step(stream());
        steps.advanceTo(1_500_000);
        SimulationResult result = steps.result();
        assertTrue(result.int8().windows().scored() > 0);
        assertEquals(result.int8().windows().scored(), result.int8().windows().right());
    }
}
