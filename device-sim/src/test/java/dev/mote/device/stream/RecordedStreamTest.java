package dev.mote.device.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.DataOptions;
import dev.mote.dataset.recording.BadDataPolicy;
import dev.mote.dataset.recording.StreamText;
import dev.mote.dataset.recording.TextRecordings;
import dev.mote.model.BadInputException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordedStreamTest {
    private static final StreamDemand DEMAND =
            new StreamDemand(List.of("acc_x"), List.of("g"), 50, List.of("walk", "rest"), 200_000);

    private static final StreamDemand THREE = new StreamDemand(
            List.of("acc_x", "acc_y", "acc_z"), List.of("g", "g", "g"), 50, List.of("walk", "rest"), 200_000);

    @Test
    void bridgesMissingValuesAndShortSilences() {
        String text = """
                timestamp_us,acc_x,label
                1000000,1,walk
                1020000,,walk
                1040000,3,walk
                1100000,6,rest
                """;
        RecordedStream stream = open(text, BadDataPolicy.INTERPOLATE);
        List<TimedSample> samples = samples(stream);
        assertEquals(List.of(0L, 20_000L, 40_000L, 60_000L, 80_000L, 100_000L), micros(samples));
        assertEquals(List.of(1f, 2f, 3f, 4f, 5f, 6f), values(samples));
        assertEquals(List.of(0, 0, 0, 0, 1, 1), labels(samples));
        assertEquals(Map.of("missing_value", 1L, "short_gap", 1L), stream.defects());
    }

    @Test
    void leavesOutBadRowsIfToldTo() {
        String text = """
                timestamp_us,acc_x,label
                0,1,walk
                20000,nan,walk
                40000,3,walk
                60000,4,walk
                """;
        RecordedStream stream = open(text, BadDataPolicy.DROP);
        List<TimedSample> samples = samples(stream);
        assertEquals(List.of(1f, 3f, 4f), values(samples));
        assertEquals(
                List.of(0, 0, 0), samples.stream().map(TimedSample::stretch).toList());
        assertEquals(Map.of("missing_value", 1L, "short_gap", 1L), stream.defects());
    }

    @Test
    void startsAnewAfterALongSilenceAndWhereTheClockWasSetBack() {
        String text = """
                timestamp_us,acc_x,label
                5000000,1,walk
                5020000,2,walk
                9000000,3,walk
                1000,4,walk
                21000,5,walk
                """;
        RecordedStream stream = open(text, BadDataPolicy.INTERPOLATE);
        List<TimedSample> samples = samples(stream);
        assertEquals(
                List.of(0, 0, 1, 2, 2),
                samples.stream().map(TimedSample::stretch).toList());
        assertEquals(List.of(0L, 20_000L, 4_000_000L, 4_020_000L, 4_040_000L), micros(samples));
        assertEquals(Map.of("long_gap", 1L, "clock_reset", 1L), stream.defects());
    }

    @Test
    void averagesRepeatedTimesAndLeavesOutStragglers() {
        String text = """
                timestamp_us,acc_x,label
                0,1,walk
                20000,2,walk
                20000,4,walk
                20000,9,walk
                10000,7,walk
                40000,5,walk
                """;
        RecordedStream stream = open(text, BadDataPolicy.INTERPOLATE);
        assertEquals(List.of(1f, 5f, 5f), values(samples(stream)));
        assertEquals(Map.of("repeated_time", 2L, "backward_time", 1L), stream.defects());
        assertEquals(List.of(1f, 2f, 5f), values(samples(open(text, BadDataPolicy.DROP))));
        BadInputException failure =
                assertThrows(BadInputException.class, () -> samples(open(text, BadDataPolicy.FAIL)));
        assertTrue(failure.getMessage().startsWith("test, line 4: has the time of the row before;"));
    }

    @Test
    void aValueThatNeverComesMakesAGap() {
        StringBuilder text = new StringBuilder("timestamp_us,acc_x,label\n0,1,walk\n");
        for (int row = 1; row < 20; row++) {
            text.append(row * 20_000 + ",,walk\n");
        }
        text.append("400000,5,walk\n");
        RecordedStream stream = open(text.toString(), BadDataPolicy.INTERPOLATE);
        assertEquals(List.of(1f, 5f), values(samples(stream)));
        assertEquals(Map.of("missing_value", 19L, "long_gap", 1L), stream.defects());
    }

    @Test
    void tellsWhatTheTruthIs() {
        String text = "timestamp_us,acc_x,label\n0,1,walk\n20000,1,\n40000,1,golf\n";
        assertEquals(
                List.of(0, TimedSample.NO_LABEL, TimedSample.OTHER_LABEL),
                labels(samples(open(text, BadDataPolicy.FAIL))));
        assertEquals(List.of(-1, -1), labels(samples(open("timestamp_us,acc_x\n0,1\n20000,1\n", BadDataPolicy.FAIL))));
    }

    @Test
    void refusesAnotherRateUnlessItIsResampled() {
        String text = "timestamp_us,acc_x\n0,1\n40000,1\n80000,1\n";
        assertEquals(
                "test: has 25 samples a second, but the model wants 50; bring it to that rate by its times with: --resample",
                refusal(text, DEMAND, StreamSettings.DEFAULT));
        StreamSettings resample = new StreamSettings(BadDataPolicy.FAIL, Map.of(), Map.of(), true);
        assertEquals(3, samples(open(text, DEMAND, resample)).size());
    }

    @Test
    void refusesAnotherUnitUnlessItIsConverted() {
        String text = "timestamp_us,acc_x [m/s2]\n0,9.80665\n20000,19.6133\n";
        assertEquals(
                "test: acc_x is in m/s2, but the model wants g; convert it with: --unit acc=m/s2",
                refusal(text, DEMAND, StreamSettings.DEFAULT));
        assertEquals(List.of(1f, 2f), values(samples(open(text, DEMAND, unit("acc", "m/s2")))));
        assertEquals(
                "--unit acc_x=deg/s: is a unit of rotation, but the model wants g, of acceleration",
                refusal(text, DEMAND, unit("acc", "deg/s")));
        assertEquals(
                "--unit gyro=deg/s: no channel of the model begins with 'gyro'; it has: acc_x",
                refusal(text, DEMAND, unit("gyro", "deg/s")));
        assertTrue(refusal(text, DEMAND, unit("acc", "furlong")).contains("is no known unit"));
    }

    @Test
    void noticesGravityInAnotherUnit() {
        String text = "timestamp_us,ax,ay,az\n0,0.1,9.7,0.5\n20000,0.1,9.8,0.5\n";
        assertEquals(
                "test: its acceleration is 9.81 at the beginning, so it seems to be in m/s2, but the model wants g;"
                        + " convert it with: --unit acc=m/s2, or tell that it is right with: --unit acc=g",
                refusal(text, THREE, StreamSettings.DEFAULT));
        assertEquals(
                9.7f, samples(open(text, THREE, unit("acc", "g"))).getFirst().values()[1]);
    }

    @Test
    void matchesChannelsByWhatTheirNamesMean() {
        String text = "timestamp_us,gx,az,ay,ax\n0,9,3,2,1\n20000,9,3,2,1\n";
        RecordedStream stream = open(text, THREE, unit("acc", "g"));
        assertEquals(List.of("ax taken as acc_x", "ay taken as acc_y", "az taken as acc_z"), stream.notes());
        float[] values = samples(stream).getFirst().values();
        assertEquals(List.of(1f, 2f, 3f), List.of(values[0], values[1], values[2]));
        StreamSettings told =
                new StreamSettings(BadDataPolicy.FAIL, Map.of("acc_x", "gx", "acc_y", "ax"), Map.of("acc", "g"), false);
        assertEquals(9, samples(open(text, THREE, told)).getFirst().values()[0]);
        StreamSettings twice = new StreamSettings(BadDataPolicy.FAIL, Map.of("acc_y", "ax"), Map.of(), false);
        assertTrue(refusal(text, THREE, twice).contains("one channel would be two of the model's"));
        assertEquals(
                "test: has no channel acc_x, only: pressure; tell which is which, as: --channels acc_x=pressure",
                refusal("timestamp_us,pressure\n0,1\n20000,1\n", DEMAND, StreamSettings.DEFAULT));
    }

    private static StreamSettings unit(String channel, String unit) {
        return new StreamSettings(BadDataPolicy.INTERPOLATE, Map.of(), Map.of(channel, unit), false);
    }

    private static String refusal(String text, StreamDemand demand, StreamSettings settings) {
        return assertThrows(BadInputException.class, () -> open(text, demand, settings))
                .getMessage();
    }

    private static RecordedStream open(String text, BadDataPolicy policy) {
        return open(text, DEMAND, new StreamSettings(policy, Map.of(), Map.of(), false));
    }

    private static RecordedStream open(String text, StreamDemand demand, StreamSettings settings) {
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return RecordedStream.open(
                TextRecordings.ofLive("test", in, StreamText.of("test", DataOptions.DEFAULT, 0)), demand, settings);
    }

    private static List<TimedSample> samples(SampleStream stream) {
        List<TimedSample> samples = new ArrayList<>();
        for (Optional<TimedSample> sample = stream.next(); sample.isPresent(); sample = stream.next()) {
            samples.add(sample.get());
        }
        return samples;
    }

    private static List<Long> micros(List<TimedSample> samples) {
        return samples.stream().map(TimedSample::micros).toList();
    }

    private static List<Float> values(List<TimedSample> samples) {
        return samples.stream().map(sample -> sample.values()[0]).toList();
    }

    private static List<Integer> labels(List<TimedSample> samples) {
        return samples.stream().map(TimedSample::label).toList();
    }
}
