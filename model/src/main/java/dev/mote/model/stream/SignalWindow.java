package dev.mote.model.stream;

import dev.mote.model.frontend.InputPath;
import dev.mote.model.frontend.Int8Input;

/** The way of a signal: through the front end. */
record SignalWindow(InputPath path, Int8Input int8) implements WindowInput {
    @Override
    public byte[] bytes(short[] counts) {
        return int8.bytes(counts);
    }

    @Override
    public float[] floats(short[] counts) {
        return path.floats(counts);
    }
}
