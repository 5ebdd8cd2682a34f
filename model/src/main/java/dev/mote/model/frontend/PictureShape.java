package dev.mote.model.frontend;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Shape;
import java.util.Optional;

/**
 * The picture that a network takes.
 *
 * @param channels 1 grey, 3 red, green, blue, innermost
 */
public record PictureShape(int height, int width, int channels) {
    private static final int LEAST_SIDE = 4;
    private static final int MOST_SIDE = 1024;
    private static final String GREY_LEVELS = "grey level";

    /** Pixels of MNIST: so many plain values are a picture even if the file does not say so. */
    private static final int MNIST = 28 * 28;

    /**
     * Empty for a model that takes something else: several inputs, a signal, a table. Only what the model's file says of its values
     * tells [1, h, w], and [1, h * w], which are read as squares.
     */
    public static Optional<PictureShape> of(Graph graph) {
        if (graph.inputs().size() != 1 || isSignal(graph.card())) {
            return Optional.empty();
        }
        Shape input = graph.tensor(graph.inputs().getFirst()).shape();
        if (input.rank() < 2 || input.dimension(0) != 1) {
            return Optional.empty();
        }
        boolean grey = graph.card().preparation().unit().equals(GREY_LEVELS) || input.elements() == MNIST;
        return switch (input.rank()) {
            case 4 -> of(input.dimension(1), input.dimension(2), input.dimension(3));
            case 3 -> grey && input.dimension(1) == input.dimension(2) ? square(input.elements()) : Optional.empty();
            case 2 -> grey ? square(input.elements()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isSignal(ModelCard card) {
        boolean hasSignalFrontEnd = card.frontEnd()
                .map(frontEnd -> switch (frontEnd) {
                    case SignalFrontEnd _ -> true;
                    case ImageFrontEnd _ -> false;
                })
                .orElse(false);
        return hasSignalFrontEnd || card.preparation().rateHertz() > 0;
    }

    private static Optional<PictureShape> square(int pixels) {
        int side = (int) Math.sqrt(pixels);
        return side * side == pixels ? of(side, side, 1) : Optional.empty();
    }

    private static Optional<PictureShape> of(int height, int width, int channels) {
        boolean fits = Math.min(height, width) >= LEAST_SIDE
                && Math.max(height, width) <= MOST_SIDE
                && (channels == 1 || channels == 3);
        return fits ? Optional.of(new PictureShape(height, width, channels)) : Optional.empty();
    }

    /** Bytes of such a picture. */
    public int length() {
        return height * width * channels;
    }
}
