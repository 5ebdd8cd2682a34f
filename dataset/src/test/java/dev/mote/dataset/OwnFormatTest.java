package dev.mote.dataset;

import static dev.mote.dataset.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mote.model.graph.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signals in other formats than Mote's own. */
class OwnFormatTest {
    private static final WindowOptions WINDOWS = new WindowOptions(4, 2);

    @TempDir
    Path folder;

    private Dataset read(String text, ColumnOptions columns, SignalOptions signals) throws IOException {
        return load(Files.writeString(folder.resolve("own.csv"), text), columns, signals);
    }

    private Dataset load(Path path, ColumnOptions columns, SignalOptions signals) {
        DataOptions options = DataOptions.ofSignals(columns, signals);
        return Datasets.load(path.toString(), new DataDirectory(folder), 1, options);
    }

    private static ColumnOptions columns(char separator, List<String> features, String label, String group) {
        List<Quantity> channels =
                features.stream().map(name -> new Quantity(name, "")).toList();
        return new ColumnOptions(List.of(), separator, channels, List.of(), label, group);
    }

    private static SignalOptions signals(TimeColumn time, double rate) {
        return new SignalOptions(Optional.of(WINDOWS), Optional.ofNullable(time), rate, "");
    }

    @Test
    void readsOtherNamesUnitsAndSeparators() throws IOException {
        StringBuilder text = new StringBuilder("t;note;gx;gy;what;who\n");
        for (int person = 0; person < 5; person++) {
            for (int i = 0; i < 20; i++) {
                text.append(i * 20)
                        .append(";not a number;")
                        .append(i)
                        .append(';')
                        .append(-i);
                text.append(i < 10 ? ";sit;p" : ";go;p").append(person).append('\n');
            }
        }
        Dataset own = read(
                text.toString(),
                columns(';', List.of("gy", "gx"), "what", "who"),
                signals(new TimeColumn("t", TimeColumn.Unit.MS), 0));
        assertEquals(List.of("gy", "gx"), own.channels());
        assertEquals(List.of("go", "sit"), own.labels());
        assertEquals(50, own.rateHertz(), 1e-9);
        assertEquals(32, own.train().count());
        assertEquals(8, own.test().count());
        assertEquals(1, Arrays.stream(own.test().groups()).distinct().count());
        assertArrayEquals(new float[] {0, 0, -1, 1, -2, 2, -3, 3}, own.train().values(0));
    }

    @Test
    void readsEveryUnitOfTime() throws IOException {
        for (String unit : List.of("ns", "us", "ms", "s")) {
            double second =
                    switch (unit) {
                        case "ns" -> 1e9;
                        case "us" -> 1e6;
                        case "ms" -> 1e3;
                        default -> 1;
                    };
            StringBuilder text = new StringBuilder("timestamp_" + unit + "\tx\tlabel\n");
            for (int i = 0; i < 40; i++) {
                String time = unit.equals("s") ? Double.toString(i * 0.1) : Long.toString(Math.round(i * 0.1 * second));
                text.append(time).append('\t').append(i).append(i < 20 ? "\ta\n" : "\tb\n");
            }
            Dataset own = read(text.toString(), columns('\t', List.of(), "", ""), signals(null, 0));
            assertEquals(10, own.rateHertz(), 1e-3, unit);
            assertEquals(List.of("x"), own.channels());
        }
    }

    @Test
    void needsNoTimesWhereTheRateIsKnown() throws IOException {
        StringBuilder text = new StringBuilder("x,label\n");
        for (int i = 0; i < 40; i++) {
            text.append(i).append(i < 20 ? ",a\n" : ",b\n");
        }
        Dataset own = read(text.toString(), ColumnOptions.DEFAULT, signals(TimeColumn.NONE, 25));
        assertEquals(25, own.rateHertz(), 1e-9);
        assertArrayEquals(new float[] {0, 1, 2, 3}, own.train().values(0));
        assertEquals(List.of(), own.notes());
    }

    /** x is the time itself, so that every interpolated value is known. */
    @Test
    void bringsIrregularTimesToARateAndBridgesNoGap() throws IOException {
        StringBuilder text = new StringBuilder("timestamp_ms,x,label\n");
        int[] steps = {7, 20, 3, 11, 0, 29, 14};
        int time = 0;
        for (int i = 0; i < 120; i++) {
            text.append(time).append(',').append(time).append(i < 60 ? ",a\n" : ",b\n");
            time += i == 30 ? 1000 : steps[i % steps.length];
        }
        text.append(time - 500).append(",0,b\n");
        Dataset own = read(text.toString(), ColumnOptions.DEFAULT, signals(null, 100));
        assertEquals(100, own.rateHertz(), 1e-9);
        for (Samples samples : List.of(own.train(), own.test())) {
            for (int i = 0; i < samples.count(); i++) {
                float[] values = samples.values(i);
                for (int k = 1; k < values.length; k++) {
                    assertEquals(10, values[k] - values[k - 1], 1e-3, "a line between neighbours");
                }
            }
        }
        assertEquals(
                List.of(
                        "17 repeated time stamps: their samples averaged",
                        "1 rows before their predecessor in time: left out",
                        "1 gaps, over which no window reaches"),
                own.notes());
    }

    @Test
    void averagesWhatWasMeasuredAtOneTime() throws IOException {
        String text = "timestamp_ms,x,label\n0,1,a\n0,3,a\n10,4,a\n20,4,a\n30,4,a\n40,4,b\n50,4,b\n60,4,b\n70,4,b\n";
        DataOptions options = new DataOptions(
                false,
                List.of(),
                ColumnOptions.DEFAULT,
                Optional.of(new TestSplit.TrainingSamples()),
                signals(null, 100),
                Optional.empty());
        Path file = Files.writeString(folder.resolve("own.csv"), text);
        Dataset own = Datasets.load(file.toString(), new DataDirectory(folder), 1, options);
        assertArrayEquals(new float[] {2, 4, 4, 4}, own.train().values(0));
        assertEquals(2, own.train().count());
    }

    @Test
    void takesGroupsFromFileNames() throws IOException {
        for (String person : List.of("s01", "s02", "s03")) {
            StringBuilder text = new StringBuilder("timestamp_us,x,label\n");
            for (int i = 0; i < 20; i++) {
                text.append(i * 10_000).append(',').append(i).append(i < 10 ? ",a\n" : ",b\n");
            }
            Files.writeString(folder.resolve("walk_" + person + ".csv"), text);
        }
        SignalOptions options = new SignalOptions(Optional.of(WINDOWS), Optional.empty(), 0, "_(s\\d+)");
        Dataset own = load(folder, ColumnOptions.DEFAULT, options);
        int tested = own.test().group(0);
        assertEquals(8, own.test().count());
        assertFalse(Arrays.stream(own.train().groups()).anyMatch(group -> group == tested));
        SignalOptions other = new SignalOptions(Optional.of(WINDOWS), Optional.empty(), 0, "p\\d");
        assertRefused(() -> load(folder, ColumnOptions.DEFAULT, other), "walk_s01.csv", "group_file 'p\\d'");
    }

    @Test
    void tellsWhatARecordingLacks() {
        SignalOptions options = signals(null, 0);
        assertRefused(
                () -> read("t,x,label\n0,1,a\n", ColumnOptions.DEFAULT, options),
                "line 1",
                "t, x, label",
                "timestamp_us");
        assertRefused(
                () -> read("timestamp_ms,x,label\n0,1,a\n", columns(',', List.of("y"), "", ""), options), "line 1");
        assertRefused(
                () -> read("timestamp_ms,x,label\n0,1,a\n0,2,a\n", ColumnOptions.DEFAULT, options),
                "line 3",
                "give a rate");
        assertRefused(
                () -> read("timestamp_ms,x,label\none,1,a\n", ColumnOptions.DEFAULT, options),
                "line 2",
                "a time in ms");
        assertRefused(
                () -> read("timestamp_s,x,label\n1e300,1,a\n", ColumnOptions.DEFAULT, options), "line 2", "time in s");
    }
}
