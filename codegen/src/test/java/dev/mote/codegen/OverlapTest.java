package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.lowered.WindowGeometry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Leads against walks over every element that a kernel reads and writes. */
class OverlapTest {

    /** An element of the input that is read, or one of the output that is written. */
    private record Access(boolean isWrite, int element) {}

    @Property(tries = 300, seed = "1")
    void aConvolutionReadsNothingThatItHasOverwritten(@ForAll("windows") WindowGeometry g) {
        check(walk(g, false), Overlap.window(g, 1, g.outputC() - 1), g);
    }

    @Property(tries = 300, seed = "2")
    void aDepthwiseConvolutionReadsNothingThatItHasOverwritten(
            @ForAll("windows") WindowGeometry g, @ForAll("multipliers") int multiplier) {
        WindowGeometry own = withOutputChannels(g, g.inputC() * multiplier);
        check(walk(own, true), Overlap.window(own, 1, own.outputC() - own.inputC()), own);
    }

    /** Bands of rows, for some channels at a time, copied before they are written. */
    @Property(tries = 300, seed = "3")
    void bandsOfChannelsReadNothingThatTheyHaveOverwritten(
            @ForAll("windows") WindowGeometry drawn,
            @ForAll boolean isTransposed,
            @ForAll("multipliers") int band,
            @ForAll("multipliers") int channels) {
        WindowGeometry g = withOutputChannels(drawn, drawn.inputC());
        DepthwisePlanes planes = new DepthwisePlanes(g, isTransposed, channels, band);
        Overlap overlap = planes.overlap();
        List<Access> walk = bands(g, isTransposed, channels, band, Math.max(0, g.kernelH() - g.strideH()));
        if (!overlap.leads().isEmpty()) {
            int lead = Math.ceilDiv(overlap.leads().getFirst(), overlap.step()) * overlap.step();
            assertFalse(isSpoilt(walk, -lead), "at the lead " + lead + " of " + planes);
            assertFalse(isSpoilt(walk, -lead - overlap.step()), "further than the lead " + lead + " of " + planes);
        }
    }

    /** The same, where rows that windows share are read again. */
    @Property(tries = 300, seed = "4")
    void blocksOfChannelsReadNothingThatTheyHaveOverwritten(
            @ForAll("windows") WindowGeometry drawn,
            @ForAll("multipliers") int band,
            @ForAll("multipliers") int channels) {
        WindowGeometry g = withOutputChannels(drawn, drawn.inputC());
        Overlap overlap = Overlap.channels(g, band);
        List<Access> walk = bands(g, false, channels, band, 0);
        int lead = Math.ceilDiv(overlap.leads().getFirst(), overlap.step()) * overlap.step();
        assertFalse(isSpoilt(walk, -lead), "at the lead " + lead + " of " + g);
        assertFalse(isSpoilt(walk, -lead - overlap.step()), "further than the lead " + lead + " of " + g);
    }

    /** As mote_depthwise_conv2d_s8_dsp walks; rows are the image's columns where it is transposed; {@code kept} rows are not read again. */
    private static List<Access> bands(WindowGeometry g, boolean isTransposed, int together, int band, int kept) {
        List<Access> walk = new ArrayList<>();
        for (int n = 0; n < g.batches(); n++) {
            for (int channel = 0; channel < g.inputC(); channel += together) {
                int end = Math.min(g.inputC(), channel + together);
                for (int y = 0; y < g.outputH(); y += band) {
                    int rows = Math.min(band, g.outputH() - y);
                    int first = Math.max(0, y * g.strideH() + (y > 0 ? kept : 0) - g.padTop());
                    int last = Math.min(g.inputH(), (y + rows - 1) * g.strideH() + g.kernelH() - g.padTop());
                    Image in = new Image(n * g.inputH() * g.inputW(), g.inputH(), g.inputW(), isTransposed);
                    Image out = new Image(n * g.outputH() * g.outputW(), g.outputH(), g.outputW(), isTransposed);
                    for (int c = channel; c < end; c++) {
                        in.elements(first, last, g.inputC(), c).forEach(i -> walk.add(new Access(false, i)));
                    }
                    for (int c = channel; c < end; c++) {
                        out.elements(y, y + rows, g.inputC(), c).forEach(i -> walk.add(new Access(true, i)));
                    }
                }
            }
        }
        return walk;
    }

    /** @param start first pixel */
    private record Image(int start, int height, int width, boolean isTransposed) {
        /** Of one channel in rows from {@code first} to {@code last}, exclusive. */
        IntStream elements(int first, int last, int channels, int channel) {
            return IntStream.range(first, last)
                    .flatMap(row -> IntStream.range(0, width)
                            .map(column -> isTransposed ? column * height + row : row * width + column))
                    .map(pixel -> (start + pixel) * channels + channel);
        }
    }

    /** One byte closer, and something is lost: a lead above 0 is exact. */
    private static void check(List<Access> walk, Overlap overlap, WindowGeometry g) {
        int lead = overlap.leads().getFirst();
        assertFalse(isSpoilt(walk, -lead), "at the lead " + lead + " of " + g);
        assertFalse(isSpoilt(walk, -lead - 3), "further than the lead " + lead + " of " + g);
        int input = g.inputPixels() * g.inputC();
        assertFalse(isSpoilt(walk, input), "behind the operand of " + g);
        if (lead > 0) {
            assertTrue(isSpoilt(walk, -lead + 1), "one byte closer than the lead " + lead + " of " + g);
        }
    }

    /** Whether an element is read after something was written over it, with the output {@code offset} elements above the input. */
    private static boolean isSpoilt(List<Access> walk, int offset) {
        Set<Integer> written = new HashSet<>();
        for (Access access : walk) {
            if (access.isWrite()) {
                written.add(access.element() + offset);
            } else if (written.contains(access.element())) {
                return true;
            }
        }
        return false;
    }

    /** By definition: each output element after its window; depthwise ones read a single channel. */
    private static List<Access> walk(WindowGeometry g, boolean isDepthwise) {
        List<Access> walk = new ArrayList<>();
        int output = 0;
        for (int pixel = 0; pixel < g.outputPixels(); pixel++) {
            for (int channel = 0; channel < g.outputC(); channel++) {
                int first = isDepthwise ? channel / (g.outputC() / g.inputC()) : 0;
                addWindow(walk, g, pixel, first, isDepthwise ? first + 1 : g.inputC());
                walk.add(new Access(true, output));
                output++;
            }
        }
        return walk;
    }

    private static void addWindow(List<Access> walk, WindowGeometry g, int pixel, int first, int end) {
        int image = pixel / (g.outputH() * g.outputW());
        int top = pixel / g.outputW() % g.outputH() * g.strideH() - g.padTop();
        int left = pixel % g.outputW() * g.strideW() - g.padLeft();
        for (int tap = 0; tap < g.kernelH() * g.kernelW(); tap++) {
            int row = top + tap / g.kernelW() * g.dilationH();
            int column = left + tap % g.kernelW() * g.dilationW();
            if (row >= 0 && row < g.inputH() && column >= 0 && column < g.inputW()) {
                for (int channel = first; channel < end; channel++) {
                    int element = ((image * g.inputH() + row) * g.inputW() + column) * g.inputC() + channel;
                    walk.add(new Access(false, element));
                }
            }
        }
    }

    private static WindowGeometry withOutputChannels(WindowGeometry g, int channels) {
        return new WindowGeometry(
                g.batches(),
                g.inputH(),
                g.inputW(),
                g.inputC(),
                g.outputH(),
                g.outputW(),
                channels,
                g.kernelH(),
                g.kernelW(),
                g.strideH(),
                g.strideW(),
                g.dilationH(),
                g.dilationW(),
                g.padTop(),
                g.padLeft());
    }

    @Provide
    Arbitrary<Integer> multipliers() {
        return Arbitraries.integers().between(1, 3);
    }

    @Provide
    Arbitrary<WindowGeometry> windows() {
        return Arbitraries.randomValue(random -> new WindowGeometry(
                1 + random.nextInt(2),
                1 + random.nextInt(6),
                1 + random.nextInt(6),
                1 + random.nextInt(4),
                1 + random.nextInt(6),
                1 + random.nextInt(6),
                1 + random.nextInt(6),
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                1 + random.nextInt(2),
                1 + random.nextInt(2),
                random.nextInt(3),
                random.nextInt(3)));
    }

    @Test
    void aPoolReadsEachChannelBeforeItWritesIt() {
        WindowGeometry g = new WindowGeometry(1, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 0, 0);
        assertEquals(List.of(0), Overlap.window(g, 1, 0).leads());
    }

    @Test
    void rowsThatGrowEndTogether() {
        assertEquals(List.of(2 * (30 - 10)), Overlap.rows(3, 10, 30, 1, 0).leads());
        assertEquals(
                List.of(4 * (2 * (30 - 10) + 29)),
                Overlap.rows(3, 10, 30, 4, 29).leads());
    }

    @Test
    void elementsThatGrowEndTogether() {
        assertEquals(List.of(0, 0), Overlap.elementwise(2, 10, 1, 1).leads());
        assertEquals(List.of(0), Overlap.elementwise(1, 10, 4, 1).leads());
        assertEquals(List.of(27), Overlap.elementwise(1, 10, 1, 4).leads());
    }
}
