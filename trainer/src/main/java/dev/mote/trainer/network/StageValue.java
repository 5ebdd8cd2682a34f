package dev.mote.trainer.network;

import dev.mote.model.graph.Shape;

/**
 * What a layer has left, while layers become stages.
 *
 * @param stage that makes it, or {@link Network#INPUT}
 * @param shape of one sample, as the stages see it
 * @param signal whether it is a signal, which a recipe sees as [time, channels]
 */
record StageValue(int stage, Shape shape, boolean signal) {
    /** The shape as the recipe sees it. */
    Shape seen() {
        return signal ? Shape.of(shape.dimension(0), shape.dimension(2)) : shape;
    }
}
