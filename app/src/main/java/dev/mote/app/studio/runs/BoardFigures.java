package dev.mote.app.studio.runs;

import dev.mote.app.pipeline.DeviceFit;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a model costs on a board, as {@code mote inspect --device} estimates it.
 *
 * @param fits flash, RAM and, where a deadline is known, time
 * @param instructions of a window, in {@code unit}
 * @param origin {@code measured} on the emulated board, {@code estimated} or {@code assumed}; null where nothing is known
 * @param flashBytes with what is reserved for start-up; {@code ramBytes} likewise
 */
public record BoardFigures(
        String device,
        boolean fits,
        OptionalLong instructions,
        String unit,
        String origin,
        OptionalDouble latencyMs,
        long flashBytes,
        long ramBytes) {

    static BoardFigures of(DeviceFit fit) {
        return new BoardFigures(
                fit.device(),
                fit.fits(),
                fit.budget().instructions(),
                fit.budget().unit(),
                fit.budget().instructionsOrigin(),
                fit.budget().latencyMs(),
                fit.flashNeededBytes(),
                fit.ramNeededBytes());
    }

    /** With what an emulator counted. */
    BoardFigures measured(long count) {
        return new BoardFigures(
                device, fits, OptionalLong.of(count), unit, "measured", OptionalDouble.empty(), flashBytes, ramBytes);
    }
}
