package dev.mote.trainer.recipe;

/**
 * Bounds of the gradient, in this order; 0: none.
 *
 * @param value of each element
 * @param norm of each array of weights by itself
 * @param globalNorm of all weights together
 */
public record Clipping(double value, double norm, double globalNorm) {
    public static final Clipping NONE = new Clipping(0, 0, 0);

    public Clipping {
        Check.within("clip_value", value, 0, 1e9);
        Check.within("clip_norm", norm, 0, 1e9);
        Check.within("global_clip_norm", globalNorm, 0, 1e9);
    }
}
