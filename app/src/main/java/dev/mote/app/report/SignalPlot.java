package dev.mote.app.report;

import static java.util.Map.entry;

import dev.mote.app.report.SampleKind.Channel;
import dev.mote.app.report.SampleKind.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signals as small charts: one panel for the channels of a sensor, with the same axes in every sample. */
final class SignalPlot {
    private static final double WIDTH = 300;
    private static final double HEIGHT = 126;
    private static final double LEFT = 34;
    private static final double RIGHT = WIDTH - 6;
    private static final double TOP = 22;
    private static final double BOTTOM = HEIGHT - 20;
    /** Paths are written in this part of a pixel, as whole numbers: half the text of decimals. */
    private static final int FINE = 4;
    /** Longer signals are drawn by the least and the greatest value of so many stretches. */
    private static final int STRETCHES = 260;

    private static final int COLOURS = 8;

    /** @param sensor empty if the channels are not the axes of one */
    private record Panel(String sensor, String unit, List<Integer> channels) {
        String label() {
            return sensor.isEmpty() || unit.isEmpty() ? sensor + unit : sensor + " in " + unit;
        }
    }

    private final Signal signal;
    private final List<float[]> samples;
    private final Axis time;

    SignalPlot(Signal signal, List<float[]> samples) {
        this.signal = signal;
        this.samples = samples;
        double end = signal.rateHertz() > 0 ? signal.length() / signal.rateHertz() : signal.length();
        this.time = Axis.exact(0, end, 6, LEFT, RIGHT);
    }

    static List<Map<String, Object>> legend(Signal signal) {
        List<Map<String, Object>> groups = new ArrayList<>();
        for (Panel panel : panels(signal)) {
            List<Map<String, Object>> lines = new ArrayList<>();
            for (int channel : panel.channels) {
                lines.add(Map.of(
                        "css", colour(lines.size()),
                        "name", signal.channels().get(channel).name()));
            }
            groups.add(Map.of("label", panel.label(), "lines", lines));
        }
        return groups;
    }

    /** The panels of each sample. */
    List<List<Map<String, Object>>> panels() {
        List<List<Map<String, Object>>> all = new ArrayList<>();
        samples.forEach(_ -> all.add(new ArrayList<>()));
        for (Panel panel : panels(signal)) {
            Axis axis = axis(panel);
            for (int i = 0; i < samples.size(); i++) {
                all.get(i).add(draw(panel, axis, samples.get(i)));
            }
        }
        return all;
    }

    /** Channels of one unit that differ only in a last x, y or z: the axes of one sensor. */
    private static List<Panel> panels(Signal signal) {
        Map<String, Panel> panels = new LinkedHashMap<>();
        for (int i = 0; i < signal.channels().size(); i++) {
            Channel channel = signal.channels().get(i);
            String sensor = channel.name().replaceFirst("[ _.-]?[xyzXYZ]$", "");
            String name = sensor.equals(channel.name()) ? "" : sensor;
            panels.computeIfAbsent(
                            name + "\n" + channel.unit(), _ -> new Panel(name, channel.unit(), new ArrayList<>()))
                    .channels
                    .add(i);
        }
        return List.copyOf(panels.values());
    }

    private Axis axis(Panel panel) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (float[] values : samples) {
            for (int channel : panel.channels) {
                for (int t = 0; t < signal.length(); t++) {
                    least = Math.min(least, value(values, t, channel));
                    most = Math.max(most, value(values, t, channel));
                }
            }
        }
        double margin = most > least ? 0.06 * (most - least) : Math.max(1, Math.abs(least));
        return Axis.exact(least - margin, most + margin, 4, BOTTOM, TOP);
    }

    private Map<String, Object> draw(Panel panel, Axis axis, float[] values) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int channel : panel.channels) {
            lines.add(Map.of("css", colour(lines.size()), "path", path(values, channel, axis)));
        }
        return Map.ofEntries(
                entry("box", Text.number(WIDTH) + " " + Text.number(HEIGHT)),
                entry("left", Text.number(LEFT)),
                entry("right", Text.number(RIGHT)),
                entry("labelled", Text.number(BOTTOM + 14)),
                entry("label", panel.label()),
                entry("timeUnit", signal.rateHertz() > 0 ? "s" : ""),
                entry("xTicks", time.ticks()),
                entry("yTicks", axis.ticks()),
                entry("lines", lines));
    }

    private String path(float[] values, int channel, Axis axis) {
        StringBuilder path = new StringBuilder();
        int stretch = Math.max(1, Math.ceilDiv(signal.length(), STRETCHES));
        long[] pen = new long[2];
        for (int from = 0; from < signal.length(); from += stretch) {
            int to = Math.min(signal.length(), from + stretch);
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (int t = from; t < to; t++) {
                least = Math.min(least, value(values, t, channel));
                most = Math.max(most, value(values, t, channel));
            }
            lineTo(path, pen, from, axis.at(least));
            if (stretch > 1) {
                lineTo(path, pen, from, axis.at(most));
            }
        }
        return path.toString();
    }

    /** Appends a step from the pen's place, first "M12 34", then "l5-6". */
    private void lineTo(StringBuilder path, long[] pen, int t, double y) {
        long fineX = Math.round(FINE * (LEFT + (RIGHT - LEFT) * t / Math.max(1, signal.length() - 1)));
        long fineY = Math.round(FINE * y);
        boolean first = path.isEmpty();
        long dy = fineY - pen[1];
        path.append(first ? "M" : "l")
                .append(fineX - pen[0])
                .append(dy < 0 ? "" : " ")
                .append(dy);
        pen[0] = fineX;
        pen[1] = fineY;
    }

    private float value(float[] values, int t, int channel) {
        return values[t * signal.channels().size() + channel];
    }

    private static String colour(int line) {
        return "c" + line % COLOURS;
    }
}
