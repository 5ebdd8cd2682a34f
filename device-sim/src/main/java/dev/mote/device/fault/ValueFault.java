package dev.mote.device.fault;

import dev.mote.device.stream.SampleStream;

/** A fault that changes values, sample by sample. */
sealed interface ValueFault extends Fault
        permits Rotation,
                SwappedAxes,
                FlippedAxes,
                ImageShift,
                ImageBlur,
                ImageContrast,
                CrossAxis,
                GainError,
                Bias,
                Drift,
                Noise,
                DeadPixels,
                Saturation,
                FewBits,
                StuckAxes,
                Spikes {
    /** A new one for each stream. */
    ValueChange change(Site site, Chance chance);

    @Override
    default SampleStream apply(SampleStream stream, Site site, Chance chance) {
        return new ChangedStream(stream, change(site, chance));
    }
}
