package dev.mote.app.report;

import dev.mote.device.compare.Flip;

/** A sample on which float and int8 disagree, with its physical values. Equal only to itself. */
public final class FlippedSample {
    private final Flip flip;
    private final float[] values;

    /** @param values flat, innermost dimension = channel */
    public FlippedSample(Flip flip, float[] values) {
        this.flip = flip;
        this.values = values.clone();
    }

    Flip flip() {
        return flip;
    }

    float[] values() {
        return values.clone();
    }
}
