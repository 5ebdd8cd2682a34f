package dev.mote.trainer.recipe;

/**
 * What weights cost: l1 * sum(|w|) + l2 * sum(w^2) is added to the loss, as in Keras.
 *
 * @param l1 pulls weights to 0
 * @param l2 keeps weights small
 */
public record Regularizer(double l1, double l2) {
    public static final Regularizer NONE = new Regularizer(0, 0);

    public Regularizer {
        Check.within("l1", l1, 0, 1e6);
        Check.within("l2", l2, 0, 1e6);
    }
}
