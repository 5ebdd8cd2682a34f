package dev.mote.trainer.recipe;

/**
 * Changes that training samples undergo each time they are used, so that the network does not learn what does not matter.
 *
 * @param rotateDegrees how far the axes of three-axis sensors are turned: standard deviation about each axis; 0: not at all
 */
public record Augmentation(double rotateDegrees) {
    public static final Augmentation NONE = new Augmentation(0);

    public Augmentation {
        Check.within("rotate", rotateDegrees, 0, 180);
    }
}
