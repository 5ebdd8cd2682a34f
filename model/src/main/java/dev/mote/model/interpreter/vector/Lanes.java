package dev.mote.model.interpreter.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of this processor: as many floats or ints at once as its widest register holds. */
final class Lanes {
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

    /** Floats in a vector: 4, 8 or 16. */
    static final int COUNT = FLOATS.length();

    /** As many bytes as {@link #COUNT}; twice as many where that would be no register. */
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(COUNT, 8) * Byte.SIZE));

    private Lanes() {}

    /** Whether there are vectors that are worth the effort. */
    static boolean areWide() {
        return COUNT >= 4 && INTS.length() == COUNT && LONGS.length() == COUNT / 2;
    }

    /** Writes the lanes of {@code values}, all in the range of int8, to {@code out[at ...]}. */
    static void store(IntVector values, byte[] out, int at) {
        if (COUNT >= 8) {
            ((ByteVector) values.castShape(BYTES, 0)).intoArray(out, at);
        } else {
            for (int i = 0; i < COUNT; i++) {
                out[at + i] = (byte) values.lane(i);
            }
        }
    }
}
