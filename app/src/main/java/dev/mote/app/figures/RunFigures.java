package dev.mote.app.figures;

import dev.mote.app.pipeline.BenchReport;
import dev.mote.device.board.KernelCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model takes on a board, built for one goal: a line of a {@link FiguresFile}.
 *
 * @param model its file's name without the ending
 * @param opt the goal
 * @param instructions of one inference; cycles on AVR
 */
record RunFigures(
        String model,
        String board,
        String opt,
        long instructions,
        long macs,
        long codeBytes,
        long weightsBytes,
        long arenaBytes,
        long outputBytes,
        long staticRamBytes,
        long stackBytes,
        List<KernelCode> kernels,
        List<LayerFigures> layers) {

    /** What a layer takes, in the order in which they run. */
    record LayerFigures(String operator, long macs, long instructions) {}

    /** Which of all runs. */
    record Key(String model, String board, String opt) {
        @Override
        public String toString() {
            return model + ", " + board + ", " + opt;
        }
    }

    static RunFigures of(BenchReport report) {
        return new RunFigures(
                modelName(report.model()),
                report.board(),
                report.opt(),
                report.instructions(),
                report.macs(),
                report.codeBytes(),
                report.weightsBytes(),
                report.arenaBytes(),
                report.outputBytes(),
                report.staticRamBytes(),
                report.stackBytes(),
                report.kernels(),
                report.layers().stream()
                        .map(layer -> new LayerFigures(layer.operator(), layer.macs(), layer.instructions()))
                        .toList());
    }

    /** Of a file, as a column of figures holds it. */
    static String modelName(String file) {
        return file.replaceFirst("\\.tflite$", "").replaceAll("[\\s,:]", "_");
    }

    Key key() {
        return new Key(model, board, opt);
    }

    long ramBytes() {
        return arenaBytes + outputBytes + staticRamBytes + stackBytes;
    }

    /** Every figure that a change of kernels may change, by its name. */
    Map<String, Long> named() {
        Map<String, Long> named = new LinkedHashMap<>();
        named.put("instructions", instructions);
        named.put("code_bytes", codeBytes);
        named.put("weights_bytes", weightsBytes);
        named.put("arena_bytes", arenaBytes);
        named.put("output_bytes", outputBytes);
        named.put("static_ram_bytes", staticRamBytes);
        named.put("stack_bytes", stackBytes);
        kernels.forEach(kernel -> named.put("bytes of " + kernel.name(), kernel.bytes()));
        for (int i = 0; i < layers.size(); i++) {
            named.put(
                    "layer " + i + " " + layers.get(i).operator(), layers.get(i).instructions());
        }
        return named;
    }
}
