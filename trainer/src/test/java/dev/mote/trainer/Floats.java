package dev.mote.trainer;

import dev.mote.model.graph.FloatModel;
import dev.mote.model.interpreter.Interpreter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/** Runs exported models, and makes numbers. */
public final class Floats {
    private Floats() {}

    public static float[] run(FloatModel model, float... input) {
        ByteBuffer in = ByteBuffer.allocate(input.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        in.asFloatBuffer().put(input);
        byte[] out = Interpreter.of(model).invocation().run(in.array());
        float[] output = new float[out.length / 4];
        ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(output);
        return output;
    }

    /** Uniform in [-1, 1). */
    public static float[] random(int length, SplittableRandom random) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }
}
