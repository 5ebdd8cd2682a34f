package dev.mote.trainer.recipe;

import dev.mote.model.graph.Padding;
import java.util.Objects;

/** A sliding window: its size, its strides and its padding. Along a signal, height is time and width is 1. */
public record Kernel(int height, int width, int strideHeight, int strideWidth, Padding padding) {
    /** Largest size and stride. */
    static final int MAX = 1024;

    public Kernel {
        Check.whole("window height", height, 1, MAX);
        Check.whole("window width", width, 1, MAX);
        Check.whole("stride along the height", strideHeight, 1, MAX);
        Check.whole("stride along the width", strideWidth, 1, MAX);
        Objects.requireNonNull(padding);
    }

    /** Stride 1, no padding. */
    static Kernel square(int size) {
        return new Kernel(size, size, 1, 1, Padding.VALID);
    }

    /** Stride 1, no padding, along time. */
    static Kernel line(int size) {
        return new Kernel(size, 1, 1, 1, Padding.VALID);
    }

    Kernel withStrides(int height, int width) {
        return new Kernel(this.height, this.width, height, width, padding);
    }

    Kernel withPadding(Padding padding) {
        return new Kernel(height, width, strideHeight, strideWidth, padding);
    }
}
