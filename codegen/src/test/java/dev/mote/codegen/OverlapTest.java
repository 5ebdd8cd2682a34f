package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.lowered.WindowGeometry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
