package dev.mote.model.frontend;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Quantization;
import java.util.List;
import java.util.Optional;

/**
 * From what somebody drew on a square canvas, white on black, to the input of a model of pictures. A model with an image front end takes
 * the canvas through it, as its device would; for others it is placed as MNIST's digits are: fitted into a box of 20 x 20 with its
 * proportions, in the middle of 28 x 28 by its centre of mass (LeCun, Cortes and Burges, "The MNIST database of handwritten digits"), and
 * in other pictures in proportion. For several threads.
 */
public final class DrawnPicture {
    /** How the drawing comes into the picture of a model without an image front end. */
    public enum Placing {
        /** As MNIST's digits. */
        CENTRED,
        /** The whole canvas, as large as fits. */
        WHOLE
    }

    private static final int MNIST_SIDE = 28;
    private static final int MNIST_BOX = 20;
    private static final int LEVELS = 256;

    /** Bytes of a camera's frame that are worth making at each stroke. */
    private static final int MOST_FRAME = 4 << 20;

    private final int side;
    private final PictureShape shape;
    private final Optional<ImageFrontEnd> camera;
    private final Optional<ImageInput> onDevice;
    private final InputPath path;
    private final Int8Input int8;

    /**
     * @param side of the canvas, in pixels
     * @throws BadInputException in one line, if the model takes no picture
     */
    public DrawnPicture(Int8Model model, int side) {
        this.side = side;
        this.shape = requirePicture(model);
        ModelCard card = model.graph().card();
        Quantization.PerTensor quantization = model.inputQuantization();
        InputPreparation preparation = preparation(card, quantization);
        this.camera = card.frontEnd().flatMap(DrawnPicture::ofPictures);
        this.camera.ifPresent(this::requireFits);
        this.onDevice = camera.map(frontEnd -> onDevice(frontEnd, preparation, quantization));
        this.path = InputPath.of(preparation);
        this.int8 = path.int8(quantization);
    }

    /** @throws BadInputException in one line, if the model takes no picture */
    public static PictureShape requirePicture(Int8Model model) {
        return PictureShape.of(model.graph())
                .orElseThrow(() -> new BadInputException("the model takes "
                        + model.graph()
                                .tensor(model.graph().inputs().getFirst())
                                .shape()
                        + " values that are no grey or colour picture; choose a model of pictures"));
    }

    private static Optional<ImageFrontEnd> ofPictures(FrontEnd frontEnd) {
        return switch (frontEnd) {
            case ImageFrontEnd some -> Optional.of(some);
            case SignalFrontEnd _ -> Optional.empty();
        };
    }

    /** What the file says; where it says nothing, the 256 levels are the 256 integers of the input. */
    private static InputPreparation preparation(ModelCard card, Quantization.PerTensor quantization) {
        if (!card.preparation().equals(InputPreparation.NONE)) {
            return card.preparation();
        }
        float offset = LEVELS / 2 + quantization.zeroPoint();
        return new InputPreparation("", List.of(), 0, List.of(), List.of(offset), List.of(quantization.scale()));
    }

    private static ImageInput onDevice(
            ImageFrontEnd frontEnd, InputPreparation preparation, Quantization.PerTensor quantization) {
        try {
            return new ImageInput(frontEnd, preparation, quantization);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    "the image front end in the model file does not fit: " + e.getMessage()
                            + "; train the model again with: mote train",
                    e);
        }
    }

    private void requireFits(ImageFrontEnd frontEnd) {
        if (frontEnd.outputLength() != shape.length()) {
            throw new BadInputException("the image front end in the model file gives " + frontEnd.outputLength()
                    + " values, but the model takes " + shape.length() + "; train the model again with: mote train");
        }
        if (frontEnd.frameLength() > MOST_FRAME) {
            throw new BadInputException("the model's camera has pictures of " + frontEnd.frameLength()
                    + " bytes, too large to draw on: at most " + MOST_FRAME + "; choose another model");
        }
    }

    /** Of the network's picture. */
    public PictureShape shape() {
        return shape;
    }

    /** Whether the model has a front end of its own, so that there is no {@link Placing} to choose. */
    public boolean hasFrontEnd() {
        return camera.isPresent();
    }

    /**
     * What the network sees, bytes of 0 to 255.
     *
     * @param canvas [side, side], unsigned bytes
     * @return [height, width, channels]
     */
    public byte[] picture(byte[] canvas, Placing placing) {
        if (camera.isPresent()) {
            return new ImageFunction(camera.get()).apply(CanvasFrames.frame(canvas, side, camera.get()));
        }
        byte[] grey =
                switch (placing) {
                    case CENTRED -> centred(canvas);
                    case WHOLE -> whole(canvas);
                };
        return CanvasFrames.repeated(grey, shape.channels());
    }

    private byte[] centred(byte[] canvas) {
        int least = Math.min(shape.height(), shape.width());
        int box = Math.min((least * MNIST_BOX + MNIST_SIDE / 2) / MNIST_SIDE, ImageFrontEnd.MOST_BOX);
        byte[] fitted = new ImageFunction(
                        new ImageFrontEnd(side, side, 1, CanvasFrames.whole(side), box, box, false, false, false, box))
                .apply(canvas);
        return CanvasFrames.byMass(fitted, box, shape.height(), shape.width());
    }

    private byte[] whole(byte[] canvas) {
        int least = Math.min(shape.height(), shape.width());
        return CanvasFrames.inTheMiddle(
                CanvasFrames.resized(canvas, side, least), least, shape.height(), shape.width());
    }

    /** The int8 input for a {@link #picture}. */
    public byte[] int8(byte[] picture) {
        return onDevice.map(input -> input.ofPicture(picture)).orElseGet(() -> int8.bytes(levels(picture)));
    }

    /** The float input for a {@link #picture}. */
    public float[] floats(byte[] picture) {
        return path.floats(levels(picture));
    }

    private static float[] levels(byte[] picture) {
        float[] levels = new float[picture.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Byte.toUnsignedInt(picture[i]);
        }
        return levels;
    }
}
