package dev.mote.device.fault;

import static dev.mote.device.fault.TestStreams.SIGNAL;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.device.stream.StreamFormat;
import dev.mote.model.BadInputException;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SensorUnitTest {
    private static final int UNITS = 4000;

    @Test
    void unitsSpreadAsTheDataSheetSays() {
        assertEquals(
                25 * 0.959, deviation(unit -> unit.biasMilliG().get(0)), 1, "50 mg are two deviations, and the end");
        assertEquals(40 * 0.959, deviation(unit -> unit.biasMilliG().get(2)), 2);
        assertEquals(0.015 * 0.959, deviation(unit -> unit.gain().get(1)), 0.001);
        assertEquals(0.005 * 0.959, deviation(SensorUnit::skew), 0.0004);
        assertTrue(units().stream().allMatch(unit -> unit.largestBiasMilliG() <= 80 && unit.largestGain() <= 0.03));
        assertEquals(
                2,
                units().stream()
                        .mapToDouble(SensorUnit::noiseMilliG)
                        .sorted()
                        .skip(UNITS / 2)
                        .findFirst()
                        .orElseThrow(),
                0.1);
    }

    @Test
    void aUnitIsAListOfFaultsThatCanBeGivenByHand() {
        SensorUnit unit = SensorUnit.draw(Chance.of(3, "device", 0), SIGNAL);
        Faults faults = unit.faults(SIGNAL);
        assertEquals(3 + 6 * 3, faults.list().size());
        float[] once = faults.apply(TestStreams.of(SIGNAL, TestStreams.walk(5)), TestStreams.FULL_SCALE, 9)
                .next()
                .orElseThrow()
                .values();
        float[] again = Faults.parse(faults.texts())
                .apply(TestStreams.of(SIGNAL, TestStreams.walk(5)), TestStreams.FULL_SCALE, 9)
                .next()
                .orElseThrow()
                .values();
        assertArrayEquals(once, again);
    }

    @Test
    void channelsOfUnknownUnitsHaveOnlyMountingClockAndCrossAxis() {
        StreamFormat own = new StreamFormat("own", false, "", List.of("ax", "ay", "az"), 50, List.of("a", "b"));
        SensorUnit unit = SensorUnit.draw(Chance.of(3, "device", 0), own);
        assertEquals(3, unit.faults(own).list().size());
    }

    @Test
    void devicesHaveAsManyRandomFaultsAsTold() {
        Map<FaultKind, List<Fault>> levels = Levels.standard(SIGNAL);
        double mean = IntStream.range(0, UNITS)
                .map(i -> RandomFaults.draw(Chance.of(i, "faults", 0), 0.7, levels)
                        .list()
                        .size())
                .average()
                .orElseThrow();
        assertEquals(0.7, mean, 0.04);
        long kinds = IntStream.range(0, UNITS)
                .boxed()
                .flatMap(i -> RandomFaults.draw(Chance.of(i, "faults", 0), 0.7, levels).list().stream())
                .map(Fault::kind)
                .distinct()
                .count();
        assertEquals(levels.size(), kinds);
    }

    @Test
    void levelsAreChosenByKindAndReplaced() {
        var chosen = Levels.chosen(SIGNAL, List.of("dropout", "rate"), List.of("dropout=3%,30%"));
        assertEquals(List.of("dropout:3%", "dropout:30%"), texts(chosen.get(FaultKind.DROPOUT)));
        assertEquals(
                List.of("rate:45Hz", "rate:55Hz", "rate:40Hz", "rate:62.5Hz", "rate:25Hz", "rate:100Hz"),
                texts(chosen.get(FaultKind.RATE)));
        assertEquals(19, Levels.standard(SIGNAL).size());
        assertEquals(
                "--sweep dropuot: unknown fault 'dropuot'; the nearest are: dropout, drift, rotate; mote faults lists all",
                wrong(List.of("dropuot"), List.of()));
        assertEquals(
                "--sweep blur: is no fault of walk; mote faults lists which is of signals and which of images",
                wrong(List.of("blur"), List.of()));
        assertEquals(
                "--levels dropout: expected a kind and its levels, as dropout=1%,5%,20%",
                wrong(List.of("dropout"), List.of("dropout")));
        assertEquals("--levels noise=1%: --sweep does not name noise", wrong(List.of("dropout"), List.of("noise=1%")));
    }

    private static String wrong(List<String> kinds, List<String> levels) {
        return assertThrows(BadInputException.class, () -> Levels.chosen(SIGNAL, kinds, levels))
                .getMessage();
    }

    private static List<String> texts(List<Fault> faults) {
        return new Faults(faults).texts();
    }

    private static List<SensorUnit> units() {
        return IntStream.range(0, UNITS)
                .mapToObj(i -> SensorUnit.draw(Chance.of(i, "device", 0), SIGNAL))
                .toList();
    }

    private static double deviation(ToDoubleFunction<SensorUnit> of) {
        return Math.sqrt(units().stream()
                .mapToDouble(unit -> of.applyAsDouble(unit) * of.applyAsDouble(unit))
                .average()
                .orElseThrow());
    }
}
