package dev.mote.app.report;

import java.util.List;
import java.util.OptionalInt;

/**
 * A model's graph with a place for everything, in pixels; the components are JSON keys.
 *
 * @param operators of the model
 * @param farArrows arrows so long that they are told in words only
 */
public record GraphPicture(
        int operators, double width, double height, List<Box> boxes, List<Arrow> arrows, List<FarArrow> farArrows) {
    public GraphPicture {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
        farArrows = List.copyOf(farArrows);
    }

    /**
     * @param kind {@code input}, {@code operator} or {@code output}
     * @param number of the operator in the file; empty for inputs and outputs of the model
     * @param title as {@code CONV_2D}
     * @param activation fused into the operator; empty for none
     * @param family of operators, for its colour
     * @param output what comes out; of an output of the model, what goes in
     * @param weights what is constant, but for biases and the like
     * @param knownBefore whether it is computed before the model runs
     */
    public record Box(
            String kind,
            OptionalInt number,
            String title,
            String activation,
            String family,
            End output,
            List<End> weights,
            boolean knownBefore,
            double x,
            double y,
            double width,
            double height) {
        public Box {
            weights = List.copyOf(weights);
        }
    }

    /** A tensor in words; {@code scale} and {@code zeroPoint} are empty without quantization. */
    public record End(String name, String type, String shape, String scale, String zeroPoint) {}

    /**
     * @param from index of a box
     * @param to index of a box
     * @param points x and y, from the one to the other
     */
    public record Arrow(int from, int to, String name, String shape, List<List<Double>> points) {}

    /** As {@link Arrow}, without a line. */
    public record FarArrow(int from, int to, String name, String shape) {}
}
