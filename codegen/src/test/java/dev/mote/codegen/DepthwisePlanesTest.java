package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.lowered.WindowGeometry;
import org.junit.jupiter.api.Test;

/** Ways to walk over depthwise layers. */
class DepthwisePlanesTest {

    @Test
    void makesTheLongerSideARow() {
        DepthwisePlanes planes = DepthwisePlanes.of(same(25, 5, 64), 2304);
        assertTrue(planes.isTransposed());
        assertEquals(5, planes.window().outputH());
        assertEquals(25, planes.window().outputW());
        assertFalse(DepthwisePlanes.of(same(5, 25, 64), 2304).isTransposed());
    }

    @Test
    void copiesFourWholePlanesWhereTheyFit() {
        DepthwisePlanes planes = DepthwisePlanes.of(same(25, 5, 64), 2304);
        assertEquals(4, planes.planes());
        assertEquals(5, planes.band());
        assertEquals(28, planes.pitch());
        assertEquals(4 * (4 * 6 + 5 * 25 + 3) + 2 * 4 * 7 * 28, planes.scratchBytes());
    }

    @Test
    void copiesSomeRowsWhereALayerIsLarge() {
        DepthwisePlanes planes = DepthwisePlanes.of(same(48, 48, 8), 1024);
        assertTrue(planes.scratchBytes() <= 1024, planes.toString());
        assertTrue(planes.band() < 48, planes.toString());
    }

    @Test
    void takesTheLeastScratchWhereNoneFits() {
        DepthwisePlanes planes = DepthwisePlanes.of(same(48, 48, 8), 0);
        assertEquals(1, planes.planes());
        assertEquals(1, planes.band());
    }

    @Test
    void copiesOneByOneWhereThereAreFewChannels() {
        assertEquals(1, DepthwisePlanes.of(same(8, 8, 3), 65536).planes());
    }

    @Test
    void turnsWeightsWithTheImage() {
        WindowGeometry tall = new WindowGeometry(1, 30, 1, 2, 28, 1, 2, 3, 2, 1, 1, 1, 1, 0, 0);
        DepthwisePlanes planes = DepthwisePlanes.of(tall, 4096);
        assertTrue(planes.isTransposed());
        int[] weights = {1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16};
        assertArrayEquals(new int[] {1, 3, 5, 2, 4, 6, 11, 13, 15, 12, 14, 16}, planes.weights(weights));
    }

    /** A 3x3 window of stride 1 with padding. */
    private static WindowGeometry same(int height, int width, int channels) {
        return new WindowGeometry(1, height, width, channels, height, width, channels, 3, 3, 1, 1, 1, 1, 1, 1);
    }
}
