package dev.mote.codegen;

import dev.mote.model.frontend.SignalStep;
import dev.mote.model.frontend.arithmetic.Asinh;
import dev.mote.model.frontend.arithmetic.Compression;
import dev.mote.model.frontend.arithmetic.Hann;
import dev.mote.model.frontend.arithmetic.Log2;
import dev.mote.model.frontend.arithmetic.RealFft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The constant arrays of a front end, in order of first use; an array that two steps use is written once. */
final class FrontEndTables {
    private static final int KNEE_BYTES = 8;
    private static final int AFFINE_BYTES = 16;
    private static final int BAND_BYTES = 4;

    private final NameAllocator allocator;
    private final String prefix;
    private final StringBuilder text = new StringBuilder();
    /** By type and elements. */
    private final Map<String, String> names = new HashMap<>();

    private long bytes;

    FrontEndTables(String prefix, NameAllocator allocator) {
        this.prefix = prefix;
        this.allocator = allocator;
    }

    /** All definitions. */
    String text() {
        return text.toString();
    }

    long bytes() {
        return bytes;
    }

    /** @return name of the array */
    String channels(List<Integer> channels) {
        return numbers(
                "uint8_t",
                1,
                "channels",
                "Positions of channels.",
                channels.stream().mapToInt(c -> c).toArray());
    }

    String statistics(List<String> statistics) {
        return array("uint8_t", 1, "statistics", "Statistics of a channel.", statistics);
    }

    /** @param counts knees, none where a value stays as it is */
    String knees(List<Optional<Double>> counts) {
        return array(
                "mote_fe_knee",
                KNEE_BYTES,
                "knees",
                "Knees in counts.",
                counts.stream().map(FrontEndTables::knee).toList());
    }

    private static String knee(Optional<Double> counts) {
        if (counts.isEmpty()) {
            return "{.multiplier = 0, .shift = 1}, /* none */";
        }
        Compression compression = Compression.of(counts.get());
        return "{.multiplier = %d, .shift = %d}, /* %s */"
                .formatted(compression.multiplier(), compression.shift(), CText.rounded(counts.get()));
    }

    /**
     * Initializer of a table that serves all of {@code knees}.
     *
     * @param largest magnitude of a value
     */
    String asinh(Collection<Double> knees, int largest) {
        int ratio = knees.stream()
                .mapToInt(knee -> Compression.of(knee).ratio(largest))
                .max()
                .orElseThrow();
        int[] table = Asinh.table(Math.max(1, ratio));
        String comment = "asinh in Q12, of ratios in Q12: 0, then 512 * (1 + i / 16) and its doubles.";
        return "{.size = %d, .entries = %s}".formatted(table.length, numbers("uint16_t", 2, "asinh", comment, table));
    }

    String affine(List<FrontEndLastStep> steps) {
        return array(
                "mote_fe_affine",
                AFFINE_BYTES,
                "affine",
                "Elements of the input.",
                steps.stream()
                        .map(step -> "{.offset = %s, .multiplier = %d, .shift = %d}, /* %s */"
                                .formatted(
                                        CText.number(step.affine().offset()),
                                        step.affine().multiplier(),
                                        step.affine().shift(),
                                        step.meaning()))
                        .toList());
    }

    /** Fields of the parameters, all but the series. */
    List<String> spectrum(SignalStep.Spectrum step) {
        List<String> fields = new ArrayList<>(List.of(
                ".size = " + step.size(),
                ".length = " + step.length(),
                ".parts = " + step.parts(),
                ".gain = " + step.gain(),
                ".hann = "
                        + numbers(
                                "uint16_t",
                                2,
                                "hann",
                                "First half of the window of Hann over %d values, Q15.".formatted(step.length()),
                                Hann.table(step.length())),
                ".sine = "
                        + numbers(
                                "uint16_t",
                                2,
                                "sine",
                                "First quarter of a sine in %d steps, Q15.".formatted(step.size()),
                                RealFft.sine(step.size()))));
        fields.add(".bands = " + step.bands().size());
        if (!step.bands().isEmpty()) {
            fields.add(".band = "
                    + array(
                            "mote_fe_band",
                            BAND_BYTES,
                            "bands",
                            "Bins of the bands.",
                            step.bands().stream()
                                    .map(band -> "{.first = %d, .end = %d},".formatted(band.first(), band.end()))
                                    .toList()));
        }
        fields.add(".peaks = " + step.peaks());
        if (step.log()) {
            fields.add(".floor = " + CText.number(step.floor()));
            int[] wrapped =
                    Arrays.stream(Log2.table()).map(entry -> entry & 0xffff).toArray();
            fields.add(".log2 = " + numbers("uint16_t", 2, "log2", "log2(1 + i / 64) in Q16, modulo 2^16.", wrapped));
        }
        return fields;
    }

    private String numbers(String type, int elementBytes, String name, String comment, int[] values) {
        return array(type, elementBytes, name, comment, values.length, CText.wrapped(Numbers.of(values)));
    }

    /** @param elements a line each, with the comma unless they are plain words */
    private String array(String type, int elementBytes, String name, String comment, List<String> elements) {
        List<String> lines = elements.stream()
                .map(element -> element.contains(",") ? element : element + ",")
                .toList();
        return array(type, elementBytes, name, comment, elements.size(), lines);
    }

    private String array(String type, int elementBytes, String name, String comment, int length, List<String> lines) {
        return names.computeIfAbsent(type + lines, key -> {
            String allocated = allocator.allocate(prefix + "_" + name);
            bytes += (long) elementBytes * length;
            text.append("/* %s */\nstatic MOTE_CONST %s %s[%d] = {\n".formatted(comment, type, allocated, length));
            lines.forEach(line -> text.append("    ").append(line).append('\n'));
            text.append("};\n\n");
            return allocated;
        });
    }
}
