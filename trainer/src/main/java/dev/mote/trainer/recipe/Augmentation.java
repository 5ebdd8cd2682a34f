package dev.mote.trainer.recipe;

/**
 * Changes that training samples undergo each time they are used, so that the network does not learn what does not matter. Each number is
 * a standard deviation; 0: not at all.
 *
 * @param rotateDegrees of signals, how far the axes of three-axis sensors are turned, about each axis; of images, in their plane
 * @param shiftPixels of images, along each axis
 * @param zoomShare of images, by which height and width grow or shrink, each by its own: 0.1 is about 10 %
 * @param elasticPixels of images, how far the points of a coarse grid move, and what is between them in proportion
 */
public record Augmentation(double rotateDegrees, double shiftPixels, double zoomShare, double elasticPixels) {
    /** Nobody means more: an image of this width has nothing left in it. */
    private static final double MAX_PIXELS = 1024;

    public static final Augmentation NONE = new Augmentation(0, 0, 0, 0);

    public Augmentation {
        Check.within("rotate", rotateDegrees, 0, 180);
        Check.within("shift", shiftPixels, 0, MAX_PIXELS);
        Check.within("zoom", zoomShare, 0, 1);
        Check.within("elastic", elasticPixels, 0, MAX_PIXELS);
    }

    /** Whether something is asked for that only images have. */
    public boolean forImagesOnly() {
        return shiftPixels > 0 || zoomShare > 0 || elasticPixels > 0;
    }
}
