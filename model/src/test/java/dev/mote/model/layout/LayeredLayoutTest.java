package dev.mote.model.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.layout.Drawing.Box;
import dev.mote.model.layout.Drawing.Point;
import dev.mote.model.layout.Drawing.Route;
import dev.mote.model.layout.Drawing.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayeredLayoutTest {
    private static final Size SIZE = new Size(100, 40);

    @Test
    void drawsAChainAsOneColumn() {
        Drawing drawing = draw(4, List.of(down(0, 1), down(1, 2), down(2, 3)));
        for (int box = 1; box < 4; box++) {
            assertEquals(
                    drawing.boxes().getFirst().x(), drawing.boxes().get(box).x(), 1e-9);
            assertTrue(
                    drawing.boxes().get(box).y() > drawing.boxes().get(box - 1).bottom());
        }
        assertEquals(3, drawing.routes().size());
    }

    @Test
    void drawsBranchesSideBySide() {
        Drawing drawing = draw(4, List.of(down(0, 1), down(0, 2), down(1, 3), down(2, 3)));
        Box left = drawing.boxes().get(1);
        Box right = drawing.boxes().get(2);
        assertEquals(left.y(), right.y());
        assertTrue(left.right() < right.x());
        Box above = drawing.boxes().getFirst();
        assertEquals((left.x() + right.x()) / 2, above.x(), 1, "the fork is in the middle of its branches");
    }

    @Test
    void leadsAnArrowRoundTheBoxesThatItSkips() {
        Drawing drawing = draw(4, List.of(down(0, 1), down(1, 2), down(2, 3), down(0, 3)));
        requireSound(drawing);
        Route skip = drawing.routes().get(3);
        assertTrue(skip.points().size() > 2);
    }

    @Test
    void tellsVeryLongArrowsApart() {
        List<Link> links = new ArrayList<>();
        for (int box = 0; box < 20; box++) {
            links.add(down(box, box + 1));
        }
        links.add(down(0, 20));
        Rows rows = Rows.of(21, links);
        assertEquals(List.of(down(0, 20)), rows.far());
        assertEquals(20, rows.near().size());
    }

    @Test
    void movesWhatWaitsToWhereItIsNeeded() {
        // 0 feeds 1, 2 and 3, which the chain 4 - 5 - 6 takes one by one.
        List<Link> links =
                List.of(down(0, 1), down(0, 2), down(0, 3), down(1, 4), down(2, 5), down(4, 5), down(3, 6), down(5, 6));
        assertEquals(List.of(0, 1, 2, 3, 2, 3, 4), Rows.of(7, links).rows());
    }

    @Test
    void drawsNothing() {
        assertTrue(draw(0, List.of()).boxes().isEmpty());
    }

    /** 0 and 1 lead crosswise to 2 and 3, which their own order would draw. */
    @Test
    void uncrossesArrows() {
        Drawing drawing = draw(6, List.of(down(0, 3), down(1, 2), down(2, 4), down(3, 5)));
        boolean isSame = drawing.boxes().get(0).x() < drawing.boxes().get(1).x();
        assertEquals(isSame, drawing.boxes().get(3).x() < drawing.boxes().get(2).x());
        assertEquals(isSame, drawing.boxes().get(5).x() < drawing.boxes().get(4).x());
    }

    /** As many boxes and arrows as pictures show, all of them entangled: no more than a few seconds. */
    @Test
    void drawsTheWorst() {
        Random random = new Random(1);
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            int from = random.nextInt(1499);
            links.add(new Link(from, 0.5, from + 1 + random.nextInt(Math.min(40, 1499 - from))));
        }
        assertTimeout(Duration.ofSeconds(20), () -> draw(1500, links));
    }

    @Test
    void keepsBoxesApartAndArrowsDownwards() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int boxes = 1 + random.nextInt(40);
            List<Link> links = new ArrayList<>();
            for (int to = 1; to < boxes; to++) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    links.add(new Link(random.nextInt(to), random.nextBoolean() ? 0.5 : 0.25, to));
                }
            }
            Rows rows = Rows.of(boxes, links);
            List<Size> sizes = random.ints(boxes, 20, 200)
                    .mapToObj(width -> new Size(width, 20 + width % 50))
                    .toList();
            Drawing drawing = LayeredLayout.of(rows, sizes);
            requireSound(drawing);
            assertEquals(drawing, LayeredLayout.of(Rows.of(boxes, links), sizes), "seed " + seed);
        }
    }

    /** No box on another or outside, no arrow upwards or through a box. */
    static void requireSound(Drawing drawing) {
        List<Box> boxes = drawing.boxes();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(overlap(boxes.get(i), boxes.get(j)), boxes.get(i) + " on " + boxes.get(j));
            }
            assertTrue(boxes.get(i).x() >= 0 && boxes.get(i).right() <= drawing.width());
            assertTrue(boxes.get(i).y() >= 0 && boxes.get(i).bottom() <= drawing.height());
        }
        for (Route route : drawing.routes()) {
            assertEquals(
                    boxes.get(route.link().from()).bottom(),
                    route.points().getFirst().y());
            assertEquals(
                    boxes.get(route.link().to()).y(), route.points().getLast().y());
            for (int i = 1; i < route.points().size(); i++) {
                Point above = route.points().get(i - 1);
                Point below = route.points().get(i);
                assertTrue(above.y() <= below.y(), route + " leads upwards");
                boxes.forEach(box -> assertFalse(crosses(above, below, box), route + " crosses " + box));
            }
        }
    }

    private static boolean overlap(Box one, Box other) {
        double slack = 1e-6;
        return one.x() < other.right() - slack
                && other.x() < one.right() - slack
                && one.y() < other.bottom() - slack
                && other.y() < one.bottom() - slack;
    }

    private static boolean crosses(Point above, Point below, Box box) {
        for (int part = 1; part < 20; part++) {
            double x = above.x() + (below.x() - above.x()) * part / 20;
            double y = above.y() + (below.y() - above.y()) * part / 20;
            if (x > box.x() + 1e-6 && x < box.right() - 1e-6 && y > box.y() + 1e-6 && y < box.bottom() - 1e-6) {
                return true;
            }
        }
        return false;
    }

    private static Drawing draw(int boxes, List<Link> links) {
        return LayeredLayout.of(Rows.of(boxes, links), Collections.nCopies(boxes, SIZE));
    }

    private static Link down(int from, int to) {
        return new Link(from, 0.5, to);
    }
}
