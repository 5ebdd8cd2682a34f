package dev.mote.device.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.recording.PushedRows;
import dev.mote.dataset.recording.RecordedRow;
import dev.mote.model.BadInputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MotionSensorTest {
    private static final long MAX_GAP = 200_000;
    private static final long INTERVAL = 16_667;

    private static StreamDemand demand(List<String> channels, List<String> units) {
        return new StreamDemand(channels, units, 50, List.of("still"), MAX_GAP);
    }

    private static PushedRows rows(int count, float... values) {
        PushedRows rows = new PushedRows();
        for (int i = 0; i < count; i++) {
            rows.push(new RecordedRow(0, 0, i * INTERVAL, values, i == 0 ? "still" : ""));
        }
        rows.end();
        return rows;
    }

    @Test
    void convertsToTheUnitsOfTheModel() {
        StreamDemand demand = demand(List.of("body_gyro_z", "total_acc_x"), List.of("rad/s", "g"));
        RecordedStream stream = MotionSensor.open(rows(3, 9.80665f, 0, 0, 0, 0, 180), demand);
        TimedSample first = stream.next().orElseThrow();
        assertArrayEquals(new float[] {(float) Math.PI, 1}, first.values(), 1e-6f);
        assertEquals(0, first.label());
        TimedSample second = stream.next().orElseThrow();
        assertEquals(INTERVAL, second.micros());
        assertEquals(TimedSample.NO_LABEL, second.label());
    }

    @Test
    void leavesOutWhatAPhoneWithoutGyroscopeCannotTell() {
        StreamDemand demand = demand(List.of("acc_x", "gyro_x"), List.of("m/s2", "rad/s"));
        RecordedStream stream = MotionSensor.open(rows(40, 1, 2, 3, Float.NaN, Float.NaN, Float.NaN), demand);
        assertEquals(Optional.empty(), stream.next());
        assertEquals(40L, stream.defects().get("missing_value"));
        RecordedStream acceleration = MotionSensor.open(
                rows(40, 1, 2, 3, Float.NaN, Float.NaN, Float.NaN), demand(List.of("acc_y"), List.of("m/s2")));
        assertEquals(2, acceleration.next().orElseThrow().values()[0]);
    }

    @Test
    void knowsWhichModelsItSuits() {
        assertTrue(MotionSensor.fits(demand(List.of("total_acc_x", "gyro_x"), List.of("g", "rad/s"))));
        StreamDemand heart = demand(List.of("acc_x", "pulse"), List.of("g", ""));
        assertFalse(MotionSensor.fits(heart));
        assertThrows(BadInputException.class, () -> MotionSensor.open(rows(1, 0, 0, 0, 0, 0, 0), heart));
    }
}
