package dev.mote.model.frontend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import dev.mote.model.frontend.DrawnPicture.Placing;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Pictures are worked out by hand. */
class DrawnPictureTest {
    private static final int SIDE = 140;
    private static final InputPreparation GREY =
            new InputPreparation("grey level", List.of("grey"), 0, List.of(), List.of(0f), List.of(1 / 255f));
    private static final Quantization.PerTensor INPUT = new Quantization.PerTensor(1 / 255f, -128);

    private static Int8Model model(ModelCard card, Quantization quantization, int... dimensions) {
        Shape in = Shape.of(dimensions);
        Tensor input = new Tensor("in", TensorType.INT8, in, quantization, Optional.empty());
        Tensor output = new Tensor("out", TensorType.INT8, Shape.of(in.elements(), 1), quantization, Optional.empty());
        Node node = new Node(new Operator.Reshape(), List.of(0), List.of(1));
        return new Int8Model(
                card.in(new Graph("m", List.of(input, output), List.of(node), List.of(0), List.of(1), Map.of())));
    }

    private static ModelCard card(InputPreparation preparation) {
        return new ModelCard(List.of(), preparation, new TreeMap<>());
    }

    private static DrawnPicture mnist() {
        return new DrawnPicture(model(card(GREY), INPUT, 1, 28, 28, 1), SIDE);
    }

    /** A canvas with white rectangles {top, left, height, width}. */
    private static byte[] canvas(int[]... rectangles) {
        byte[] canvas = new byte[SIDE * SIDE];
        for (int[] r : rectangles) {
            for (int y = r[0]; y < r[0] + r[2]; y++) {
                Arrays.fill(canvas, y * SIDE + r[1], y * SIDE + r[1] + r[3], (byte) 255);
            }
        }
        return canvas;
    }

    private static int at(byte[] picture, int y, int x) {
        return picture[y * 28 + x] & 0xff;
    }

    /** 100 by 40 in a corner becomes 20 by 8 in the middle: rows 4 to 23, columns 10 to 17. */
    @Test
    void bringsTheLongerSideToTwentyPixelsAndTheMassToTheMiddle() {
        byte[] picture = mnist().picture(canvas(new int[] {0, 3, 100, 40}), Placing.CENTRED);
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 28; x++) {
                boolean white = y >= 4 && y < 24 && x >= 10 && x < 18;
                assertEquals(white ? 255 : 0, at(picture, y, x), y + ", " + x);
            }
        }
    }

    /** However large it was drawn, and wherever. */
    @Test
    void doesNotDependOnSizeAndPlace() {
        byte[] large =
                mnist().picture(canvas(new int[] {20, 20, 100, 20}, new int[] {100, 20, 20, 80}), Placing.CENTRED);
        byte[] small = mnist().picture(canvas(new int[] {90, 5, 40, 8}, new int[] {122, 5, 8, 32}), Placing.CENTRED);
        assertArrayEquals(large, small);
    }

    /**
     * An L of 20 by 20 with arms of 4: 80 pixels down, of mean row 9.5 and column 1.5, and 64 more to the right, of mean row 17.5 and
     * column 11.5; of both, 13.06 and 5.94. They come to 14, so the box goes 0.94 down and 8.06 to the right, which is 1 and 8 whole
     * pixels. The middle of the box would be 4 and 4.
     */
    @Test
    void placesByTheCentreOfMassNotOfTheBox() {
        byte[] picture =
                mnist().picture(canvas(new int[] {20, 20, 100, 20}, new int[] {100, 40, 20, 80}), Placing.CENTRED);
        assertEquals(255, at(picture, 1, 8));
        assertEquals(0, at(picture, 1, 7));
        assertEquals(0, at(picture, 0, 8));
        assertEquals(255, at(picture, 20, 27));
        assertEquals(0, at(picture, 21, 27));
    }

    /** 5 by 5 canvas pixels are one of the picture: a bar 3 wide has 3 / 5 of 255. */
    @Test
    void isAntiAliased() {
        byte[] picture =
                mnist().picture(canvas(new int[] {30, 30, 100, 3}, new int[] {125, 30, 5, 100}), Placing.CENTRED);
        assertEquals(19, count(picture, 153, 153));
        assertEquals(20, count(picture, 255, 255));
        assertEquals(39, count(picture, 1, 255));
    }

    private static long count(byte[] picture, int from, int to) {
        int found = 0;
        for (byte level : picture) {
            found += (level & 0xff) >= from && (level & 0xff) <= to ? 1 : 0;
        }
        return found;
    }

    @Test
    void anEmptyCanvasIsBlack() {
        assertArrayEquals(new byte[784], mnist().picture(new byte[SIDE * SIDE], Placing.CENTRED));
        assertArrayEquals(new byte[784], mnist().picture(new byte[SIDE * SIDE], Placing.WHOLE));
    }

    @Test
    void takesTheWholeCanvasWhereThatIsChosen() {
        byte[] picture = mnist().picture(canvas(new int[] {0, 0, 5, 140}, new int[] {135, 135, 5, 5}), Placing.WHOLE);
        assertEquals(28 + 1, count(picture, 255, 255));
        assertEquals(255, at(picture, 0, 27));
        assertEquals(255, at(picture, 27, 27));
    }

    /** 56 by 42 pixels: a box of 30 of the shorter side, in the middle. */
    @Test
    void generalizesToOtherPicturesInProportion() {
        DrawnPicture other = new DrawnPicture(model(card(GREY), INPUT, 1, 42, 56, 1), SIDE);
        byte[] picture = other.picture(canvas(new int[] {10, 10, 60, 60}), Placing.CENTRED);
        assertEquals(900, count(picture, 255, 255));
        assertEquals(255, picture[6 * 56 + 13] & 0xff);
        assertEquals(0, picture[6 * 56 + 12] & 0xff);
        byte[] all = new byte[SIDE * SIDE];
        Arrays.fill(all, (byte) 255);
        byte[] whole = other.picture(all, Placing.WHOLE);
        assertEquals(42 * 42, count(whole, 255, 255));
        assertEquals(0, whole[6] & 0xff);
        assertEquals(255, whole[7] & 0xff);
    }

    @Test
    void givesColoursTheSameLevel() {
        DrawnPicture colour = new DrawnPicture(model(card(GREY), INPUT, 1, 28, 28, 3), SIDE);
        byte[] canvas = canvas(new int[] {30, 30, 70, 20});
        byte[] grey = mnist().picture(canvas, Placing.CENTRED);
        byte[] picture = colour.picture(canvas, Placing.CENTRED);
        for (int i = 0; i < picture.length; i++) {
            assertEquals(grey[i / 3], picture[i]);
        }
    }

    @Test
    void preparesAsTheModelSays() {
        byte[] picture = new byte[784];
        picture[5] = (byte) 200;
        assertEquals(200f * (1 / 255f), mnist().floats(picture)[5]);
        assertEquals(200 - 128, mnist().int8(picture)[5]);
        assertEquals(-128, mnist().int8(picture)[6]);
    }

    /** From -1 to 1: the 256 levels are the 256 integers. */
    @Test
    void usesTheWholeRangeOfAModelThatSaysNothing() {
        Quantization.PerTensor quantization = new Quantization.PerTensor(2 / 255f, -1);
        DrawnPicture bare = new DrawnPicture(model(ModelCard.EMPTY, quantization, 1, 28, 28), SIDE);
        byte[] picture = new byte[784];
        picture[0] = (byte) 255;
        assertEquals(127, bare.int8(picture)[0]);
        assertEquals(-128, bare.int8(picture)[1]);
        assertEquals(256 / 255f, bare.floats(picture)[0], 1e-6);
        assertEquals(-254 / 255f, bare.floats(picture)[1], 1e-6);
    }

    /** A camera of 40 by 60 grey pixels that looks at ink on paper, of which the left 40 by 40 are used. */
    @Test
    void takesTheModelsOwnFrontEnd() {
        ImageFrontEnd camera =
                new ImageFrontEnd(40, 60, 1, new ImageFrontEnd.Crop(0, 0, 40, 40), 28, 28, false, true, true, 20);
        DrawnPicture drawn = new DrawnPicture(model(card(GREY).with(camera), INPUT, 1, 28, 28, 1), SIDE);
        assertTrue(drawn.hasFrontEnd());
        assertFalse(mnist().hasFrontEnd());
        byte[] canvas = canvas(new int[] {14, 14, 70, 35});
        // 3.5 canvas pixels are one of the camera: 20 by 10, which are 20 by 10 of the picture
        byte[] picture = drawn.picture(canvas, Placing.WHOLE);
        assertEquals(200, count(picture, 255, 255));
        assertEquals(255, at(picture, 4, 9));
        assertEquals(0, at(picture, 4, 8));
        assertEquals(127, drawn.int8(picture)[4 * 28 + 9]);
        assertEquals(-128, drawn.int8(picture)[0]);
    }

    @Test
    void refusesModelsOfNoPicture() {
        InputPreparation signal =
                new InputPreparation("g", List.of("x", "y", "z"), 50, List.of(), List.of(), List.of());
        BadInputException e = assertThrows(
                BadInputException.class, () -> new DrawnPicture(model(card(signal), INPUT, 1, 28, 28, 1), SIDE));
        assertEquals(
                "the model takes 1x28x28x1 values that are no grey or colour picture; choose a model of pictures",
                e.getMessage());
        assertThrows(BadInputException.class, () -> new DrawnPicture(model(ModelCard.EMPTY, INPUT, 1, 16, 16), SIDE));
        assertThrows(
                BadInputException.class, () -> new DrawnPicture(model(ModelCard.EMPTY, INPUT, 1, 28, 28, 2), SIDE));
        assertThrows(BadInputException.class, () -> new DrawnPicture(model(ModelCard.EMPTY, INPUT, 1, 640), SIDE));
        assertEquals(
                Optional.of(new PictureShape(28, 28, 1)),
                PictureShape.of(model(ModelCard.EMPTY, INPUT, 1, 784).graph()));
    }
}
