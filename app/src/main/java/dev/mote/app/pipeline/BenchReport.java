package dev.mote.app.pipeline;

import dev.mote.device.board.BenchResult;
import dev.mote.device.board.KernelCode;
import dev.mote.device.board.LayerCost;
import java.util.List;

/** What {@code mote bench} prints of a board; the components are the JSON keys. */
public record BenchReport(
        String model,
        String board,
        String core,
        boolean exact,
        String opt,
        String unit,
        int samples,
        int mismatches,
        long instructions,
        long macs,
        double instructionsPerMac,
        long codeBytes,
        long weightsBytes,
        long flashBytes,
        long arenaBytes,
        long outputBytes,
        long staticRamBytes,
        long stackBytes,
        long ramBytes,
        List<KernelCode> kernels,
        List<LayerCost> layers) {

    /** The figures of {@code result}. */
    public static BenchReport of(String model, BenchResult result) {
        return new BenchReport(
                model,
                result.board().option(),
                result.board().core().title(),
                result.exact(),
                result.goal().option(),
                result.unit(),
                result.samples(),
                result.mismatches(),
                result.instructions(),
                result.macs(),
                result.perMac(),
                result.codeBytes(),
                result.weightsBytes(),
                result.flashBytes(),
                result.arenaBytes(),
                result.outputBytes(),
                result.staticRamBytes(),
                result.stackBytes(),
                result.ramBytes(),
                result.kernels(),
                result.layers());
    }
}
