package dev.mote.trainer.recipe;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@link FrontEndOptions} to YAML on one line. */
final class FrontEndWriter {
    private FrontEndWriter() {}

    static String write(FrontEndOptions options) {
        return options.frame().map(FrontEndWriter::frame).orElseGet(() -> signals(options));
    }

    private static String frame(FrameOptions frame) {
        String size = "frame: {height: %d, width: %d, channels: %s}"
                .formatted(frame.height(), frame.width(), frame.channels() == 1 ? "grey" : "colour");
        String crop = frame.crop()
                .map(part -> ", crop: {top: %d, left: %d, height: %d, width: %d}"
                        .formatted(part.top(), part.left(), part.height(), part.width()))
                .orElse("");
        return "{%s%s, invert: %s, stretch: %s, box: %d}"
                .formatted(size, crop, frame.invert(), frame.stretch(), frame.box());
    }

    private static String signals(FrontEndOptions options) {
        String stride =
                options.stride().isPresent() ? "stride: " + options.stride().getAsInt() + ", " : "";
        String stages =
                options.stages().stream().map(entry -> stage(entry.stage())).collect(Collectors.joining(", "));
        return "{full_scale: " + numbers(options.fullScale()) + ", " + stride + "stages: [" + stages + "]}";
    }

    /** As a recipe names it. */
    static String name(StageOptions stage) {
        String text = stage(stage);
        return text.substring(0, text.indexOf(':'));
    }

    private static String stage(StageOptions stage) {
        return switch (stage) {
            case StageOptions.Select(List<String> channels) -> "select: " + group("channels", names(channels));
            case StageOptions.HighPass(double cutoff, List<String> channels, boolean keep) ->
                "high_pass: " + group("cutoff", cutoff, "channels", names(channels), "keep", keep);
            case StageOptions.LowPass(double cutoff, List<String> channels, boolean keep) ->
                "low_pass: " + group("cutoff", cutoff, "channels", names(channels), "keep", keep);
            case StageOptions.Magnitude(List<String> of, boolean keep) ->
                "magnitude: " + group("of", names(of), "keep", keep);
            case StageOptions.Difference(List<String> channels) -> "difference: " + group("channels", names(channels));
            case StageOptions.Compress(Map<String, Double> knee) -> "compress: " + numbers(knee);
            case StageOptions.Statistics statistics ->
                "statistics: "
                        + group(
                                "of",
                                statistics.of().stream().map(Named::keyword).toList(),
                                "channels",
                                names(statistics.channels()));
            case StageOptions.Spectrum spectrum ->
                "spectrum: "
                        + group(
                                "size",
                                spectrum.size(),
                                "bands",
                                bands(spectrum),
                                "peaks",
                                spectrum.peaks(),
                                "log",
                                spectrum.log(),
                                "channels",
                                names(spectrum.channels()));
        };
    }

    private static String group(Object... alternating) {
        return "{" + RecipeWriter.pairs(alternating) + "}";
    }

    private static String names(List<String> names) {
        return names.stream().map(RecipeWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String numbers(Map<String, Double> numbers) {
        return numbers.entrySet().stream()
                .map(entry -> RecipeWriter.quoted(entry.getKey()) + ": " + Check.number(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String bands(StageOptions.Spectrum spectrum) {
        return spectrum.bands().stream()
                .map(band -> "[" + Check.number(band.lowHertz()) + ", " + Check.number(band.highHertz()) + "]")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
