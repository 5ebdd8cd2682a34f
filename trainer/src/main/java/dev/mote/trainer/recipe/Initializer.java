package dev.mote.trainer.recipe;

/** Where the weights of a layer start, with Keras' names and meaning. */
public sealed interface Initializer {
    Initializer GLOROT_UNIFORM = new Scaled(Scaled.Kind.GLOROT_UNIFORM);
    Initializer ZEROS = new Constant(0);
    Initializer ONES = new Constant(1);

    /** Spread by the number of the layer's inputs (fan in) and outputs (fan out). */
    record Scaled(Kind kind) implements Initializer {
        /** Names are those of recipes, in lower case. */
        public enum Kind {
            /** Uniform in +-sqrt(6 / (fan in + fan out)). */
            GLOROT_UNIFORM,
            /** Normal, cut off at two deviations, of deviation sqrt(2 / (fan in + fan out)). */
            GLOROT_NORMAL,
            /** Uniform in +-sqrt(6 / fan in). */
            HE_UNIFORM,
            /** Normal, cut off at two deviations, of deviation sqrt(2 / fan in). */
            HE_NORMAL,
            /** Rows of length 1 at right angles; columns, where there are more rows. */
            ORTHOGONAL
        }
    }

    record Constant(double value) implements Initializer {}

    /** In [min, max). */
    record Uniform(double min, double max) implements Initializer {
        public Uniform {
            Check.within("minval", min, -1e6, 1e6);
            Check.within("maxval", max, -1e6, 1e6);
            if (min >= max) {
                throw new InvalidValueException(
                        "minval", Check.number(min) + ", expected less than maxval " + Check.number(max));
            }
        }
    }

    record Normal(double mean, double deviation) implements Initializer {
        public Normal {
            Check.within("mean", mean, -1e6, 1e6);
            Check.positive("stddev", deviation);
        }
    }
}
