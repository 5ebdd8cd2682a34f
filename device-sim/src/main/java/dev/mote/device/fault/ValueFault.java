package dev.mote.device.fault;

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
}
