package dev.mote.codegen;

import dev.mote.model.frontend.SignalProgram;
import dev.mote.model.frontend.SignalStep;
import dev.mote.model.frontend.Statistic;
import dev.mote.model.frontend.arithmetic.FrontEndFormats;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The constants, parameters and kernel calls of a {@link SignalProgram}, and what they take. */
final class FrontEndCode {
    private static final int SERIES_BYTES = 16;
    private static final int FILTER_BYTES = 24;
    private static final int MAGNITUDE_BYTES = 24;
    private static final int COMPRESS_BYTES = 28;
    private static final int STATISTICS_BYTES = 24;
    private static final int SPECTRUM_BYTES = 72;

    /** Magnitudes of counts, and of values of a series. */
    private static final int COUNTS_END = 1 << 15;

    private static final int SERIES_END = (1 << FrontEndFormats.SERIES_BITS) - 1;

    private final String prefix;
    private final SignalProgram program;
    private final List<SignalStep.Series> series;
    private final List<Integer> loaded;
    private final NameAllocator names = new NameAllocator();
    private final FrontEndTables tables;
    private final StringBuilder declarations = new StringBuilder();
    private final List<String> calls = new ArrayList<>();
    private final Set<Kernel> kernels = EnumSet.noneOf(Kernel.class);
    private long parameterBytes;

    /** @param steps the last step of each output */
    FrontEndCode(String name, SignalProgram program, List<FrontEndLastStep> steps) {
        this.prefix = name + "_fe";
        this.program = program;
        this.tables = new FrontEndTables(prefix, names);
        int leading = 0;
        List<Integer> channels = all(program.channels());
        while (leading < program.series().size()
                && program.series().get(leading) instanceof SignalStep.Select(int _, List<Integer> chosen)) {
            channels = chosen.stream().map(channels::get).toList();
            leading++;
        }
        this.loaded = channels;
        this.series = program.series().subList(leading, program.series().size());
        if (isDirect()) {
            addDirect(steps);
        } else {
            addSteps(steps);
        }
    }

    private static List<Integer> all(int channels) {
        return IntStream.range(0, channels).boxed().toList();
    }

    /** Whether counts become bytes without a series between them. */
    boolean isDirect() {
        return series.isEmpty() && program.features().isEmpty();
    }

    /** Channels of the series as it is loaded. */
    int loadedChannels() {
        return loaded.size();
    }

    /** Arrays and parameters, each before its first use. */
    String declarations() {
        return tables.text() + declarations;
    }

    /** Statements; {@code window}, {@code series}, {@code features}, {@code row}, {@code work} and {@code input} are in scope. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    Set<Kernel> kernels() {
        return kernels;
    }

    long constantBytes() {
        return tables.bytes();
    }

    long parameterBytes() {
        return parameterBytes;
    }

    private void addDirect(List<FrontEndLastStep> steps) {
        int count = program.windowLength() * loaded.size();
        List<String> quantize = new FrontEndQuantization(steps).fields(tables, count, COUNTS_END);
        String name = declare(
                Kernel.FRONT_END_COUNTS,
                "last",
                SERIES_BYTES + FrontEndQuantization.BYTES,
                "Counts to the input",
                List.of(".series = " + braced(series(program.channels(), loaded)), ".quantize = " + braced(quantize)));
        calls.add("mote_fe_counts(&%s, window, input);".formatted(name));
    }

    private void addSteps(List<FrontEndLastStep> steps) {
        String load = declareSeries(Kernel.FRONT_END_LOAD, "load", "Counts to the series", program.channels(), loaded);
        calls.add("mote_fe_load(&%s, window, series);".formatted(load));
        series.forEach(this::add);
        int start = 0;
        for (SignalStep.Features step : program.features()) {
            add(step, start == 0 ? "features" : "features + " + start);
            start += step.channels().size() * step.width();
        }
        boolean hasFeatures = !program.features().isEmpty();
        int count = program.outputs().size() * (hasFeatures ? 1 : program.windowLength());
        int largest = hasFeatures ? Integer.MAX_VALUE : SERIES_END;
        String last = declare(
                Kernel.FRONT_END_QUANTIZE,
                "last",
                FrontEndQuantization.BYTES,
                (hasFeatures ? "Features" : "Series") + " to the input",
                new FrontEndQuantization(steps).fields(tables, count, largest));
        calls.add("mote_fe_quantize(&%s, %s, input);".formatted(last, hasFeatures ? "features" : "series"));
    }

    private void add(SignalStep.Series step) {
        switch (step) {
            case SignalStep.Select(int in, List<Integer> channels) ->
                calls.add("mote_fe_select(&%s, series, row);"
                        .formatted(declareSeries(Kernel.FRONT_END_SELECT, "select", "Some channels", in, channels)));
            case SignalStep.HighPass(int in, List<Integer> channels, int share) ->
                addFilter("high_pass", in, channels, share);
            case SignalStep.LowPass(int in, List<Integer> channels, int share) ->
                addFilter("low_pass", in, channels, share);
            case SignalStep.Magnitude magnitude -> addMagnitude(magnitude);
            case SignalStep.Difference(int in, List<Integer> channels) ->
                calls.add("mote_fe_difference(&%s, series);"
                        .formatted(
                                declareSeries(Kernel.FRONT_END_DIFFERENCE, "difference", "Differences", in, channels)));
            case SignalStep.Compress compress -> addCompress(compress);
        }
    }

    private void addFilter(String what, int in, List<Integer> channels, int share) {
        String name = declare(
                Kernel.FRONT_END_FILTER,
                what,
                FILTER_BYTES,
                "Share of the newest value: " + CText.rounded(Math.scalb((double) share, -30)),
                List.of(
                        ".series = " + braced(series(in, channels)),
                        ".share = " + share,
                        ".high = " + (what.equals("high_pass") ? 1 : 0)));
        calls.add("mote_fe_filter(&%s, series);".formatted(name));
    }

    private void addMagnitude(SignalStep.Magnitude step) {
        List<String> fields = new ArrayList<>(List.of(
                ".series = " + braced(series(step.channelsIn(), step.axes())),
                ".kept = " + step.kept().size()));
        if (!step.kept().isEmpty()) {
            fields.add(".keep = " + tables.channels(step.kept()));
        }
        String name = declare(Kernel.FRONT_END_MAGNITUDE, "magnitude", MAGNITUDE_BYTES, "Length of a vector", fields);
        calls.add("mote_fe_magnitude(&%s, series);".formatted(name));
    }

    private void addCompress(SignalStep.Compress step) {
        String name = declare(
                Kernel.FRONT_END_COMPRESS,
                "compress",
                COMPRESS_BYTES,
                "asinh(value / knee)",
                List.of(
                        ".series = " + braced(series(step.channelsIn(), step.channels())),
                        ".knees = "
                                + tables.knees(
                                        step.knee().stream().map(Optional::of).toList()),
                        ".asinh = " + tables.asinh(step.knee(), SERIES_END)));
        calls.add("mote_fe_compress(&%s, series);".formatted(name));
    }

    private void add(SignalStep.Features step, String target) {
        String series = ".series = " + braced(series(step.channelsIn(), step.channels()));
        switch (step) {
            case SignalStep.Statistics(int _, List<Integer> _, List<Statistic> statistics) -> {
                List<String> chosen = statistics.stream()
                        .map(statistic -> "MOTE_FE_" + statistic.name())
                        .toList();
                String name = declare(
                        Kernel.FRONT_END_STATISTICS,
                        "statistics",
                        STATISTICS_BYTES,
                        "Statistics of each channel",
                        List.of(series, ".count = " + chosen.size(), ".statistics = " + tables.statistics(chosen)));
                calls.add("mote_fe_statistics(&%s, series, %s);".formatted(name, target));
            }
            case SignalStep.Spectrum spectrum -> {
                List<String> fields = new ArrayList<>(List.of(series));
                fields.addAll(tables.spectrum(spectrum));
                String name = declare(
                        Kernel.FRONT_END_SPECTRUM, "spectrum", SPECTRUM_BYTES, "Spectrum of each channel", fields);
                calls.add("mote_fe_spectrum(&%s, series, %s, work);".formatted(name, target));
            }
        }
    }

    /** @return name of the parameters */
    private String declareSeries(Kernel kernel, String what, String comment, int in, List<Integer> channels) {
        return declare(kernel, what, SERIES_BYTES, comment, series(in, channels));
    }

    private List<String> series(int in, List<Integer> channels) {
        List<String> fields = new ArrayList<>(
                List.of(".rows = " + program.windowLength(), ".channels = " + in, ".used = " + channels.size()));
        if (!channels.equals(all(in))) {
            fields.add(".which = " + tables.channels(channels));
        }
        return fields;
    }

    private static String braced(List<String> fields) {
        return "{" + String.join(", ", fields) + "}";
    }

    private String declare(Kernel kernel, String what, int bytes, String comment, List<String> fields) {
        String name = names.allocate(prefix + "_" + what);
        kernels.add(kernel);
        parameterBytes += bytes;
        declarations.append(
                "/* %s. */\nstatic MOTE_CONST %s %s = {\n".formatted(comment, kernel.parametersType(), name));
        fields.forEach(field -> declarations.append("    ").append(field).append(",\n"));
        declarations.append("};\n\n");
        return name;
    }
}
