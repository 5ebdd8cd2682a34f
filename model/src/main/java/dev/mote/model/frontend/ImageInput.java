package dev.mote.model.frontend;

import dev.mote.model.frontend.arithmetic.Affine;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Quantization;
import java.util.List;
import java.util.stream.IntStream;

/** An image front end and what follows, to the input of an int8 model, as on a device. For several threads at once. */
public final class ImageInput {
    private final ImageFunction function;
    private final List<LastStep> steps;
    private final List<Affine> affine;

    /** @throws IllegalArgumentException if preparation and front end do not fit together, or not into integers */
    public ImageInput(ImageFrontEnd frontEnd, InputPreparation preparation, Quantization.PerTensor quantization) {
        function = new ImageFunction(frontEnd);
        steps = LastStep.of(
                preparation,
                IntStream.range(0, frontEnd.outputChannels())
                        .mapToObj(c -> new FrontEndOutput("channel " + c, 1, 0))
                        .toList());
        if (steps.stream().anyMatch(step -> step.knee() != 0)) {
            throw new IllegalArgumentException("compress: a picture has no knee");
        }
        affine = steps.stream().map(step -> step.affine(quantization)).toList();
    }

    /** Of each channel that comes out. */
    public List<LastStep> steps() {
        return steps;
    }

    /**
     * The int8 input.
     *
     * @param frame [height, width, channels], unsigned bytes
     */
    public byte[] bytes(byte[] frame) {
        return ofPicture(function.apply(frame));
    }

    /** The int8 input for a picture that the front end gave; the picture stays. */
    byte[] ofPicture(byte[] picture) {
        byte[] tensor = new byte[picture.length];
        for (int i = 0; i < tensor.length; i++) {
            tensor[i] = affine.get(i % affine.size()).apply(picture[i] & 0xff);
        }
        return tensor;
    }
}
