package dev.mote.benchmark;

import dev.mote.benchmark.SimulatorBenchmark.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link SimulatorBenchmark} over models of the reference's vectors and prints one line a model, with ratios. */
public final class BenchmarkMain {
    private static final String[] USUAL = {"pretrainedResnet_quant", "vww_96_int8", "kws_ref_model", "ad01_int8"};

    private BenchmarkMain() {}

    /** @param names folders below {@code $MOTE_DATA/golden}; none for the usual four */
    public static void main(String[] names) throws RunnerException, IOException {
        Path golden = Path.of(System.getenv().getOrDefault("MOTE_DATA", "."), "golden");
        if (!Files.isDirectory(golden)) {
            System.err.println("benchmark: no folder " + golden + "; set MOTE_DATA to the folder that holds golden/");
            System.exit(2);
        }
        String[] folders = Arrays.stream(names.length == 0 ? USUAL : names)
                .map(name -> golden.resolve(name).toAbsolutePath().toString())
                .toArray(String[]::new);
        System.err.println("benchmark: takes about " + folders.length * 4 * 20 + " seconds ...");
        print(new Runner(options(folders)).run());
    }

    /** Each inference is timed: on a shared machine only the fastest of many says what the code costs. */
    private static Options options(String[] folders) {
        return new OptionsBuilder()
                .include(SimulatorBenchmark.class.getName())
                .param("folder", folders)
                .forks(1)
                .verbosity(VerboseMode.SILENT)
                .threads(1)
                .warmupIterations(10)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(10)
                .measurementTime(TimeValue.seconds(1))
                .build();
    }

    private static void print(Collection<RunResult> results) {
        Map<String, Map<Engine, Double>> least = new TreeMap<>();
        for (RunResult result : results) {
            Path folder = Path.of(result.getParams().getParam("folder"));
            Engine engine = Engine.valueOf(result.getParams().getParam("engine"));
            least.computeIfAbsent(folder.getFileName().toString(), name -> new EnumMap<>(Engine.class))
                    .put(engine, result.getPrimaryResult().getStatistics().getMin());
        }
        System.out.println();
        System.out.println("Microseconds an inference, the fastest of all runs, one thread; ratios to Mote:");
        System.out.println("| model | Mote | Mote, plain kernels | TFLite, XNNPACK | TFLite, reference kernels |");
        System.out.println("|---|---|---|---|---|");
        least.forEach((model, times) -> {
            StringBuilder line = new StringBuilder("| " + model);
            times.forEach((engine, micros) ->
                    line.append(String.format(Locale.ROOT, " | %.1f (%.2f)", micros, micros / times.get(Engine.MOTE))));
            System.out.println(line.append(" |"));
        });
    }
}
