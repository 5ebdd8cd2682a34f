package dev.mote.model.stream;

import dev.mote.model.frontend.InputPath;
import dev.mote.model.frontend.Int8Input;

/** The way from one picture to a model's input. A grey level is 128 counts, so that nothing is lost on it. */
record PictureInput(StreamPlan plan, InputPath path, Int8Input int8) implements WindowInput {
    @Override
    public byte[] bytes(short[] counts) {
        return int8.bytes(levels(counts));
    }

    @Override
    public float[] floats(short[] counts) {
        return path.floats(levels(counts));
    }

    private float[] levels(short[] counts) {
        float[] levels = new float[counts.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (float) plan.physical(i, counts[i]);
        }
        return levels;
    }
}
