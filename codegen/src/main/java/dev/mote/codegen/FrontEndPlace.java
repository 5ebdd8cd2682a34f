package dev.mote.codegen;

import dev.mote.model.frontend.SignalProgram;
import dev.mote.model.frontend.SignalStep;

/**
 * Where a front end works: in the arena, which is free before a run, but for the state. Nothing lies before the place of the input, so
 * that the last step, which makes a byte of each int32, never overwrites what it has still to read; or else all of it lies there.
 *
 * @param series offset of int32 [rows, channels]
 * @param features offset of the numbers that features are, one int32 each
 * @param row offset of room for one row
 * @param work offset of what the spectrum needs
 * @param end of all that, an offset too; 0 where the front end needs no memory
 */
record FrontEndPlace(int series, int features, int row, int work, int end) {
    private static final int ALIGNMENT = 8;
    private static final int NUMBER = Integer.BYTES;

    /**
     * @param channels of the series as it is loaded
     * @param isDirect whether counts become bytes without a series
     */
    static FrontEndPlace of(SignalProgram program, int channels, boolean isDirect, MemoryPlan plan) {
        if (isDirect) {
            return new FrontEndPlace(0, 0, 0, 0, 0);
        }
        int behind = aligned(Math.max(plan.stateBytes(), plan.inputOffsets().getOrDefault(0, 0)));
        FrontEndPlace over = from(behind, program, channels);
        FrontEndPlace before = from(aligned(plan.stateBytes()), program, channels);
        boolean fitsBefore = before.end() <= plan.inputOffsets().getOrDefault(0, 0);
        return over.end() > plan.arenaBytes() && fitsBefore ? before : over;
    }

    private static FrontEndPlace from(int start, SignalProgram program, int channels) {
        int numbers = program.features().isEmpty() ? 0 : program.outputs().size();
        int series = aligned(start + NUMBER * numbers);
        int row = aligned(series + NUMBER * program.windowLength() * mostChannels(program, channels));
        int work = aligned(row + NUMBER * widestSelect(program));
        int end = work
                + program.features().stream()
                        .mapToInt(FrontEndPlace::workBytes)
                        .max()
                        .orElse(0);
        return new FrontEndPlace(series, start, row, work, end);
    }

    private static int mostChannels(SignalProgram program, int first) {
        return program.series().stream()
                .mapToInt(SignalStep.Series::channelsOut)
                .reduce(first, Math::max);
    }

    private static int widestSelect(SignalProgram program) {
        int widest = 0;
        for (SignalStep.Series step : program.series()) {
            if (step instanceof SignalStep.Select) {
                widest = Math.max(widest, step.channelsIn());
            }
        }
        return widest;
    }

    private static int workBytes(SignalStep.Features step) {
        return switch (step) {
            case SignalStep.Statistics _ -> 0;
            case SignalStep.Spectrum spectrum ->
                NUMBER * spectrum.size() + (spectrum.parts() > 1 ? Long.BYTES * (spectrum.size() / 2 + 1) : 0);
        };
    }

    private static int aligned(int offset) {
        return -(-offset & -ALIGNMENT);
    }
}
