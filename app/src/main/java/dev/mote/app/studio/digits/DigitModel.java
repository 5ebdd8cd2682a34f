package dev.mote.app.studio.digits;

import java.util.List;

/**
 * A model that one can draw for.
 *
 * @param labels of its classes
 * @param height of the picture that it takes
 * @param side of the canvas to send, in pixels: so many bytes a row, so many rows
 * @param frontEnd whether the drawing goes through the model's own image front end
 * @param dataset that it was trained on, or null
 * @param placing what suits that data set
 * @param floatNote why there is no float model, or null
 */
public record DigitModel(
        String id,
        String name,
        List<String> labels,
        int height,
        int width,
        int channels,
        int side,
        boolean frontEnd,
        String dataset,
        boolean synthetic,
        String placing,
        String floatNote) {}
