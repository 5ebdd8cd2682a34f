package dev.mote.device.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.device.catalogue.Catalogue;
import dev.mote.device.catalogue.Device;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Predictions beside MLPerf Tiny v1.0: throughput of microTVM with CMSIS-NN. Instructions are those of TensorFlow Lite Micro 90b983c2 with
 * CMSIS-NN and -O2, counted on mps2-an386. docs/budgets.md, How far off it is, shows them.
 */
class PublishedLatencyTest {
    /** The furthest: ad01_int8 on the M4, whose weights are used once. */
    private static final double WORST = 0.14;

    /** The Feather has an M4 at 120 MHz, as the NUCLEO-L4R5ZI of the results. */
    @ParameterizedTest
    @CsvSource({
        "adafruit-feather-m4,  7696909,  10.019",
        "adafruit-feather-m4, 29863050,   2.567",
        "adafruit-feather-m4, 24101960,   3.320",
        "adafruit-feather-m4,   582916, 116.212",
        "nrf5340-dk,           7696909,  13.143",
        "nrf5340-dk,          29863050,   3.163",
        "nrf5340-dk,          24101960,   4.310",
        "nrf5340-dk,            582916, 159.579"
    })
    void predictsRealChips(String name, long instructions, double inferencesPerSecond) {
        Device device = Catalogue.of(name);
        Work work = new Work(instructions, Work.Origin.MEASURED);
        Estimate latency = new Budget(device, Optional.of(work), OptionalDouble.empty(), Supply.MAINS)
                .latency()
                .orElseThrow();
        double published = 1 / inferencesPerSecond;
        assertTrue(latency.low() < published && published < latency.high(), latency + ", published " + published);
        assertEquals(1, latency.typical() / published, WORST);
    }
}
