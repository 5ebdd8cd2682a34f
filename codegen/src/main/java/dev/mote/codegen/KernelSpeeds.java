package dev.mote.codegen;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The table {@code speeds.csv}: instructions of each kernel on each core, fitted to layers that ran on emulated boards, compiled with
 * -O2. A test of device-sim writes it.
 */
final class KernelSpeeds {
    private static final String FILE = "speeds.csv";

    /** Stands for integer kernels without MACs that were not measured. */
    private static final String TYPICAL = "mote_add_s8";

    private static final String FLOAT = "_f32";

    private static final Map<String, KernelSpeed> SPEEDS = read();

    private KernelSpeeds() {}

    /** Of one run; empty if the core was not measured, or a kernel was not that is too different from others. */
    static OptionalLong instructions(Core core, List<LayerWork> layers) {
        double sum = 0;
        for (LayerWork layer : layers) {
            Map<String, Long> calls =
                    layer.kernels().stream().collect(Collectors.groupingBy(kernel -> kernel, Collectors.counting()));
            for (Map.Entry<String, Long> call : calls.entrySet()) {
                Optional<KernelSpeed> speed = speed(core, call.getKey(), layer.multiplies());
                if (speed.isEmpty()) {
                    return OptionalLong.empty();
                }
                sum += speed.get().of(layer, call.getValue());
            }
        }
        return OptionalLong.of(Math.round(sum));
    }

    private static Optional<KernelSpeed> speed(Core core, String kernel, boolean multiplies) {
        return known(core, kernel)
                .or(() -> multiplies || kernel.endsWith(FLOAT) ? Optional.empty() : known(core, TYPICAL));
    }

    /** Portable kernels that no measured layer took on a core with faster ones are as fast as on a Cortex-M3. */
    private static Optional<KernelSpeed> known(Core core, String kernel) {
        Optional<KernelSpeed> own =
                Optional.ofNullable(SPEEDS.get(kernel + core.measured().option()));
        return core.simd() == Simd.NONE
                ? own
                : own.or(() -> Optional.ofNullable(SPEEDS.get(kernel + Core.CORTEX_M3.option())));
    }

    private static Map<String, KernelSpeed> read() {
        try (InputStream table = KernelSpeeds.class.getResourceAsStream(FILE);
                CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new String(table.readAllBytes(), StandardCharsets.UTF_8))) {
            return reader.stream()
                    .collect(Collectors.toMap(
                            row -> row.getField("kernel") + row.getField("core"), KernelSpeeds::speed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KernelSpeed speed(NamedCsvRecord row) {
        return new KernelSpeed(
                Double.parseDouble(row.getField("per work")),
                Double.parseDouble(row.getField("per output")),
                Double.parseDouble(row.getField("per gathered")),
                Double.parseDouble(row.getField("per call")));
    }
}
