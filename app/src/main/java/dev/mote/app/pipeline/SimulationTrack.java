package dev.mote.app.pipeline;

import dev.mote.app.report.Timeline;
import dev.mote.dataset.recording.Recording;
import dev.mote.device.stream.SimulatedEvent;
import dev.mote.device.stream.SimulationListener;
import dev.mote.device.stream.StreamFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes every event of a simulation, and keeps the beginning of each recording for a picture. */
final class SimulationTrack implements SimulateFiles.Audience {
    private static final int MOST_RECORDINGS = 12;
    private static final double SHOWN_SECONDS = 3600;
    private static final int MOST_EVENTS = 200;
    private static final double MICROS = 1e6;

    private final List<String> labels;
    private final Writer csv;
    private final boolean twoModels;
    private final List<Track> tracks = new ArrayList<>();
    private final List<List<String>> events = new ArrayList<>();
    private int recordings;
    private long eventCount;

    /** @param csv gets a line an event */
    SimulationTrack(List<String> labels, boolean twoModels, Writer csv) {
        this.labels = labels;
        this.twoModels = twoModels;
        this.csv = csv;
        line("recording,subject,model,class,begin_s,told_s,previous_class");
    }

    @Override
    public SimulationListener of(Recording recording, StreamFormat format) {
        recordings++;
        Track track = new Track(recording.subject());
        if (recordings <= MOST_RECORDINGS) {
            tracks.add(track);
        }
        return track;
    }

    private void line(String text) {
        try {
            csv.write(text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Timeline> timelines() {
        return tracks.stream().map(Track::timeline).toList();
    }

    /** The first ones of the int8 model: subject, class, begin, when it was told. */
    List<List<String>> events() {
        return events;
    }

    long eventCount() {
        return eventCount;
    }

    private String name(int label) {
        return label < 0 ? "" : labels.get(label);
    }

    /** Of one recording. */
    private final class Track implements SimulationListener {
        private final int number = recordings;
        private final String subject;
        private final List<Timeline.Bar> truth = new ArrayList<>();
        private final Bars int8 = new Bars();
        private final Bars real = new Bars();
        private double seconds;

        Track(String subject) {
            this.subject = subject;
        }

        @Override
        public void truth(int label, long beginMicros, long endMicros) {
            seconds = endMicros / MICROS;
            if (label >= 0 && beginMicros / MICROS < SHOWN_SECONDS) {
                truth.add(new Timeline.Bar(label, beginMicros / MICROS, endMicros / MICROS));
            }
        }

        @Override
        public void event(SimulatedEvent event) {
            write("int8", event);
            int8.add(event);
            if (event.label() >= 0) {
                eventCount++;
                if (events.size() < MOST_EVENTS) {
                    events.add(List.of(
                            subject.isEmpty() ? String.valueOf(number) : subject,
                            name(event.label()),
                            seconds(event.beginMicros()),
                            seconds(event.atMicros())));
                }
            }
        }

        @Override
        public void floatEvent(SimulatedEvent event) {
            write("float", event);
            real.add(event);
        }

        private void write(String model, SimulatedEvent event) {
            line(String.join(
                    ",",
                    String.valueOf(number),
                    quoted(subject),
                    model,
                    quoted(name(event.label())),
                    seconds(event.beginMicros()),
                    seconds(event.atMicros()),
                    quoted(name(event.previous()))));
        }

        private static String quoted(String text) {
            return text.matches("[\\w .+-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
        }

        private static String seconds(long micros) {
            return String.format(Locale.ROOT, "%.2f", micros / MICROS);
        }

        Timeline timeline() {
            List<Timeline.Row> rows = new ArrayList<>();
            if (!truth.isEmpty()) {
                rows.add(new Timeline.Row("truth", truth));
            }
            rows.add(new Timeline.Row("int8", int8.bars));
            if (twoModels) {
                rows.add(new Timeline.Row("float", real.bars));
            }
            String name = subject.isEmpty() ? "recording " + number : "recording " + number + ", subject " + subject;
            boolean cut = seconds > SHOWN_SECONDS;
            return new Timeline(cut ? name + ": the first hour" : name, Math.min(seconds, SHOWN_SECONDS), rows);
        }
    }

    /** Each class from its begin to that of the next. */
    private static final class Bars {
        private final List<Timeline.Bar> bars = new ArrayList<>();
        private int label = -1;
        private double begin;

        void add(SimulatedEvent event) {
            double at = event.beginMicros() / MICROS;
            if (label >= 0 && begin < SHOWN_SECONDS) {
                bars.add(new Timeline.Bar(label, begin, at));
            }
            label = event.label();
            begin = at;
        }
    }
}
