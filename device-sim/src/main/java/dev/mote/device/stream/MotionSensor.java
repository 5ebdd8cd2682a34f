package dev.mote.device.stream;

import dev.mote.dataset.recording.BadDataPolicy;
import dev.mote.dataset.recording.Defect;
import dev.mote.dataset.recording.Defects;
import dev.mote.dataset.recording.PushedRows;
import dev.mote.dataset.recording.RecordedRow;
import dev.mote.dataset.recording.Recording;
import dev.mote.dataset.recording.RecordingFormat;
import dev.mote.dataset.recording.RowReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The motion sensor of a phone, as a browser tells it: acceleration with gravity in m/s2, then angular rate in deg/s, both about x, y, z
 * of the phone, NaN where it has no such sensor. Its rate is none of the model's, so the device brings it there by the times.
 * Source: W3C, "Device Orientation and Motion", devicemotion event.
 */
public final class MotionSensor {
    public static final List<String> CHANNELS = List.of("acc_x", "acc_y", "acc_z", "gyro_x", "gyro_y", "gyro_z");

    private static final List<String> UNITS = List.of("m/s2", "m/s2", "m/s2", "deg/s", "deg/s", "deg/s");
    /** Most browsers' rate. */
    private static final double RATE_HERTZ = 60;

    private MotionSensor() {}

    /** Whether a phone has all that a model wants. */
    public static boolean fits(StreamDemand demand) {
        return demand.channels().stream().allMatch(ChannelMatch::isMotion);
    }

    /**
     * Waits for the first rows.
     *
     * @throws dev.mote.model.BadInputException one line, if the model wants other channels
     */
    public static RecordedStream open(PushedRows rows, StreamDemand demand) {
        RecordingFormat format = new RecordingFormat("phone", false, UNITS, CHANNELS, RATE_HERTZ, true);
        Recording recording =
                new Recording("", "phone", format, (channels, defects) -> new Chosen(rows, channels, defects));
        return RecordedStream.open(
                recording,
                demand,
                new StreamSettings(
                        BadDataPolicy.INTERPOLATE, Map.of(), StreamSettings.ownUnits(recording, demand), true));
    }

    /** The channels that a model wants. */
    private record Chosen(PushedRows rows, int[] channels, Defects defects) implements RowReader {
        @Override
        public Optional<RecordedRow> next() {
            return rows.next().map(this::chosen);
        }

        private RecordedRow chosen(RecordedRow row) {
            float[] values = new float[channels.length];
            boolean missing = false;
            for (int i = 0; i < values.length; i++) {
                float value = row.values()[channels[i]];
                values[i] = Float.isFinite(value) ? value : Float.NaN;
                missing |= Float.isNaN(values[i]);
            }
            if (missing) {
                defects.add(Defect.MISSING_VALUE, 0, "a value of the phone's sensor is missing");
            }
            return new RecordedRow(row.line(), row.stretch(), row.micros(), values, row.label());
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
